using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

public sealed class EscalateByAssumeRoleTests : RuleTest<EscalateByAssumeRole>
{
    [Test]
    public void Any_role_may_be_taken() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"sts:AssumeRole"|], "Resource": (|"*"|) }
          ]
        }
        """, "`sts:AssumeRole` lets the caller take any role that trusts the account (path `sts-01`): name the roles to take", risk: SecuritySeverity.High);

    [Test]
    public void Every_role_of_an_account_is_any_role() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"sts:*"|], "Resource": "arn:aws:iam::111122223333:role/*" }
          ]
        }
        """);

    [Test]
    public void A_pattern_of_roles_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/cdk-*" }
          ]
        }
        """);

    [Test]
    public void A_tag_on_the_role_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "fraud" } } }
          ]
        }
        """);

    [Test]
    public void A_Deny_is_not_reported() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*" }
          ]
        }
        """);
}
