using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class ConditionTooPermissiveTests : RuleTest<ConditionTooPermissive>
{
    [Test]
    public void Any_organization_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringLike": { "aws:PrincipalOrgID": ["o-a1b2c3d4e5", [|"o-*"|]] } } }
          ]
        }
        """, "The wildcard in `o-*` lets `aws:PrincipalOrgID` be that of strangers", type: PolicyType.Resource, risk: SecuritySeverity.Medium);

    [Test]
    public void Any_account_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringLike": { "aws:SourceAccount": [|"11112222????"|] } } }
          ]
        }
        """, type: PolicyType.Resource);

    [Test]
    public void The_service_has_a_code_for_wildcards() => FindsCode(IssueCodes.WildcardUsageTooPermissive, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringLike": { "aws:SourceVpce": [|"vpce-1234567*"|] } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void The_service_has_a_code_for_variables() => FindsCode(IssueCodes.VariableUsageTooPermissive, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringEquals": { "aws:PrincipalAccount": [|"${aws:ResourceAccount}"|] } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void The_service_asks_for_six_characters_before_a_wildcard() => FindsCode(IssueCodes.WildcardUsageTooPermissive, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": [[|"repo:*"|], [|"repo:octo-org/octo-repo:*"|], [|"repo:octocat@*/abc@*:ref:main"|], "repo:octocat@*/abcd@*:ref:main"] } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void The_service_asks_for_a_whole_half_of_a_user_id() => FindsCode(IssueCodes.WildcardUsageTooPermissive, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringLike": { "aws:userid": ["AROAEXAMPLEID12345678:*", "*:ann", [|"AROAEXAMPLE*"|]] } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Ids_in_full_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringLike": { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:SourceAccount": "111122223333" } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void A_variable_for_an_id_may_be_right() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringEquals": { "aws:PrincipalAccount": "${aws:ResourceAccount}" } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void A_negated_operator_keeps_out() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringNotLike": { "aws:PrincipalOrgID": "o-*" } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringLike": { "aws:PrincipalOrgID": "o-*" } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Identity_policies_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringLike": { "aws:ResourceOrgID": "o-*" } } }
          ]
        }
        """, PolicyType.Identity);
}
