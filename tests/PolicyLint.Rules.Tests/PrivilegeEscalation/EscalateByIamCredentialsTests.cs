using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

public sealed class EscalateByIamCredentialsTests : RuleTest<EscalateByIamCredentials>
{
    [Test]
    public void A_key_for_any_user_is_that_user() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [[|"iam:CreateAccessKey"|], "iam:ListAccessKeys"], "Resource": (|"*"|) }
          ]
        }
        """, "`iam:CreateAccessKey` lets the caller make an access key for any user and act as that user (path `iam-03` and 1 more): name the user, `user/${aws:username}` for one's own", risk: SecuritySeverity.Critical);

    [Test]
    public void A_pattern_of_users_is_a_medium_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:UpdateLoginProfile"|], "Resource": "arn:aws:iam::111122223333:user/app/*" }
          ]
        }
        """, risk: SecuritySeverity.Medium);

    [Test]
    public void Ones_own_keys_and_password_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["iam:*AccessKey*", "iam:*LoginProfile", "iam:*MFADevice"], "Resource": ["arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:mfa/${aws:username}"] }
          ]
        }
        """);

    [Test]
    public void One_named_user_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:CreateAccessKey", "Resource": "arn:aws:iam::111122223333:user/mailer" }
          ]
        }
        """);

    [Test]
    public void A_Deny_closes_it() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:CreateAccessKey", "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:Create*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_wildcard_over_IAM_is_left_to_the_rule_about_permissions() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:*", "Resource": "*" }
          ]
        }
        """);
}
