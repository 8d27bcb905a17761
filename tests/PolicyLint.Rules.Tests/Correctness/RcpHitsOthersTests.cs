using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class RcpHitsOthersTests : RuleTest<RcpHitsOthers>
{
    [Test]
    public void The_organization_of_the_caller_hits_services() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { [|"aws:PrincipalOrgID"|]: "o-a1b2c3d4e5" } } }
          ]
        }
        """, "AWS services that act for you have no `aws:PrincipalOrgID` and are denied too: add `aws:PrincipalIsAWSService` `false`", type: PolicyType.Rcp);

    [Test]
    public void The_organization_of_the_source_hits_people_and_other_services() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { [|"aws:SourceOrgID"|]: "o-a1b2c3d4e5" }, "Null": { "aws:SourceAccount": "false" } } }
          ]
        }
        """, "Users and roles have no `aws:SourceOrgID` and are denied too: add `aws:PrincipalIsAWSService` `true`", type: PolicyType.Rcp);

    [Test]
    public void A_service_may_call_without_a_source() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { [|"aws:SourceOrgID"|]: "o-a1b2c3d4e5" }, "Bool": { "aws:PrincipalIsAWSService": "true" } } }
          ]
        }
        """, "A service may call without `aws:SourceOrgID` and is then denied: add `Null` `aws:SourceAccount` `false`", type: PolicyType.Rcp);

    [Test]
    public void The_service_has_a_code_for_callers() => FindsCode(IssueCodes.RcpMissingRelatedPrincipalConditionKey, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { [|"aws:PrincipalOrgID"|]: "o-a1b2c3d4e5" } } }
          ]
        }
        """, PolicyType.Rcp);

    [Test]
    public void The_service_has_a_code_for_sources() => FindsCode(IssueCodes.RcpMissingRelatedServicePrincipalConditionKey, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { [|"aws:SourceOrgID"|]: "o-a1b2c3d4e5" }, "Null": { "aws:SourceArn": "false" } } }
          ]
        }
        """, PolicyType.Rcp);

    [Test]
    public void The_service_has_a_code_for_a_missing_source() => FindsCode(IssueCodes.RcpMissingServiceConditionKeyNullCheck, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { [|"aws:SourceOrgID"|]: "o-a1b2c3d4e5" }, "BoolIfExists": { "aws:PrincipalIsAWSService": "true" } } }
          ]
        }
        """, PolicyType.Rcp);

    [Test]
    public void The_service_asks_whatever_the_operator() => FindsCode(IssueCodes.RcpMissingRelatedPrincipalConditionKey, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { [|"aws:PrincipalOrgID"|]: "o-a1b2c3d4e5" } } }
          ]
        }
        """, PolicyType.Rcp);

    [Test]
    public void The_guards_of_the_guide_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } } },
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "Null": { "aws:SourceAccount": "false" }, "Bool": { "aws:PrincipalIsAWSService": "true" } } }
          ]
        }
        """, PolicyType.Rcp);

    [Test]
    public void What_needs_its_key_hits_nobody_else() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalAccount": "444455556666" } } }
          ]
        }
        """, PolicyType.Rcp);

    [Test]
    public void Other_keys_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } }
          ]
        }
        """, PolicyType.Rcp);
}
