using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class PassRoleNoPassedToServiceTests : RuleTest<PassRoleNoPassedToService>
{
    [Test]
    public void One_role_without_a_service_is_medium() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": (|"arn:aws:iam::111122223333:role/training"|) }
        }
        """, "`iam:PassRole` lets the caller hand the role to any service that the trust policy lets in: no condition on `iam:PassedToService` sets a limit", risk: SecuritySeverity.Medium);

    [TestCase("arn:aws:iam::111122223333:role/ml/*")]
    [TestCase("arn:aws:iam::*:role/*SageMaker*")]
    [TestCase("arn:aws:iam::111122223333:role/${aws:username}")]
    public void A_pattern_of_roles_is_high(string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": (|"{{resource}}"|) }
        }
        """, "`iam:PassRole` lets the caller hand such roles to any service that the trust policy lets in: no condition on `iam:PassedToService` sets a limit", risk: SecuritySeverity.High);

    [TestCase("StringEqualsIfExists", "sagemaker.amazonaws.com")]
    [TestCase("StringNotEquals", "ec2.amazonaws.com")]
    [TestCase("ForAllValues:StringEquals", "sagemaker.amazonaws.com")]
    [TestCase("StringLike", "*")]
    [TestCase("Null", "false")]
    public void A_condition_that_names_no_service_sets_no_limit(string comparison, string value) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": "arn:aws:iam::111122223333:role/training",
            "Condition": { "{{comparison}}": { "iam:PassedToService": "{{value}}" } }
          }
        }
        """, "`iam:PassRole` lets the caller hand the role to any service that the trust policy lets in: the condition on `iam:PassedToService` sets no limit");

    [TestCase("StringEquals", "iam:PassedToService", "sagemaker.amazonaws.com")]
    [TestCase("ForAnyValue:StringLike", "iam:PassedToService", "*.sagemaker.amazonaws.com")]
    [TestCase("stringequals", "IAM:PassedToService", "{?}")]
    [TestCase("ArnLike", "iam:AssociatedResourceArn", "arn:aws:ec2:*:111122223333:instance/*")]
    public void A_condition_that_names_the_service_is_clean(string comparison, string key, string value) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/training",
            "Condition": { "{{comparison}}": { "{{key}}": "{{value}}" } }
          }
        }
        """);

    [Test]
    public void A_Deny_of_all_other_services_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/training" },
            { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "arn:aws:iam::*:role/*",
              "Condition": { "StringNotEqualsIfExists": { "iam:PassedToService": "sagemaker.amazonaws.com" } } }
          ]
        }
        """);

    [Test]
    public void Any_role_is_for_another_rule() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }
        }
        """);

    [Test]
    public void An_action_that_cannot_work_on_the_resource_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::data/*" }
        }
        """);

    [Test]
    public void Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/admin" }
        }
        """);

    [Test]
    public void A_boundary_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/training" }
        }
        """, PolicyType.Boundary);

    [Test]
    public void Whatever_the_role_of_a_template_is_no_service_is_named() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": "arn:aws:iam::{?}:role/{?}" }
        }
        """, risk: SecuritySeverity.Medium);
}
