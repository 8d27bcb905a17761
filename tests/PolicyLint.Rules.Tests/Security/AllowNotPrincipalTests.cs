using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class AllowNotPrincipalTests : RuleTest<AllowNotPrincipal>
{
    [Test]
    public void Everybody_but_an_account_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "NotPrincipal": [|{ "AWS": "444455556666" }|], "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, "Everybody but those named is allowed, callers without credentials included", type: PolicyType.Resource, risk: SecuritySeverity.High);

    [Test]
    public void A_condition_on_the_caller_lowers_the_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "NotPrincipal": [|{ "AWS": "444455556666" }|], "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }
          ]
        }
        """, type: PolicyType.Resource, risk: SecuritySeverity.Medium);

    [Test]
    public void The_service_says_so() => FindsCode(IssueCodes.AllowWithNotPrincipal, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "NotPrincipal": [|{ "AWS": "444455556666" }|], "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Deny_is_what_NotPrincipal_is_for() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "NotPrincipal": { "AWS": "444455556666" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Principal_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, PolicyType.Resource);
}
