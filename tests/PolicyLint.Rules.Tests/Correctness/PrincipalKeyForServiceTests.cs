using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class PrincipalKeyForServiceTests : RuleTest<PrincipalKeyForService>
{
    [Test]
    public void An_organization_is_asked_of_a_service() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringEquals": { [|"aws:PrincipalOrgID"|]: "o-a1b2c3d4e5" } } }
          ]
        }
        """, "A service principal never has `aws:PrincipalOrgID`, so the statement gives it nothing", type: PolicyType.Resource);

    [Test]
    public void Several_keys_are_one_finding() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringEquals": { [|"aws:principalorgid"|]: "o-a1b2c3d4e5", (|"aws:PrincipalTag/team"|): "ml" } } }
          ]
        }
        """, "A service principal never has `aws:principalorgid` and `aws:PrincipalTag/team`, so the statement gives it nothing", type: PolicyType.Resource);

    [Test]
    public void The_service_says_so() => FindsCode(IssueCodes.UnsupportedConditionKeyForServicePrincipal, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringEquals": { [|"aws:PrincipalOrgID"|]: "o-a1b2c3d4e5" } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void The_source_is_what_to_ask_for() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void IfExists_lets_the_service_in() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void An_account_beside_the_service_has_the_key() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com", "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }
          ]
        }
        """, PolicyType.Resource);
}
