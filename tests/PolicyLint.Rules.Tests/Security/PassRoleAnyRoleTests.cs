using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class PassRoleAnyRoleTests : RuleTest<PassRoleAnyRole>
{
    [TestCase("iam:PassRole")]
    [TestCase("IAM:passrole")]
    [TestCase("iam:Pass*")]
    [TestCase("iam:*")]
    [TestCase("i*:*")]
    [TestCase("*")]
    public void Any_role_without_a_service_is_critical(string action) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{{action}}"|], "Resource": (|"*"|) }
        }
        """, $"`{action}` lets the caller hand any role, an administrator's too, to a service that runs the caller's code", risk: SecuritySeverity.Critical);

    [TestCase("arn:aws:iam::*:role/*")]
    [TestCase("arn:aws:iam::111122223333:role/*")]
    [TestCase("arn:*:iam::*:*")]
    [TestCase("arn:aws:iam::111122223333:*")]
    [TestCase("arn:aws:iam:*")]
    [TestCase("arn:aws:*:*:*:*")]
    [TestCase("arn:aws:iam::{?}:role/*")]
    public void Every_way_to_write_any_role_counts(string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": (|"{{resource}}"|) }
        }
        """, risk: SecuritySeverity.Critical);

    [Test]
    public void NotAction_gives_it_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|"iam:Create*"|], "Resource": (|"*"|) }
        }
        """, "NotAction lets the caller hand any role, an administrator's too, to a service that runs the caller's code");

    [Test]
    public void The_name_is_the_place_before_a_wildcard() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["iam:P*", "s3:GetObject", [|"iam:PassRole"|]], "Resource": ["arn:aws:s3:::data/*", (|"*"|)] }
        }
        """);

    [Test]
    public void With_a_service_it_is_high() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": "*",
            "Condition": { "StringEquals": { "iam:PassedToService": "sagemaker.amazonaws.com" } }
          }
        }
        """, "`iam:PassRole` lets the caller make `sagemaker.amazonaws.com` act as any role that trusts it", risk: SecuritySeverity.High);

    [Test]
    public void With_several_services_it_names_them() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": "*",
            "Condition": { "StringLike": { "IAM:passedtoservice": ["ec2.amazonaws.com", "glue.amazonaws.com"] } }
          }
        }
        """, "`iam:PassRole` lets the caller make `ec2.amazonaws.com` and `glue.amazonaws.com` act as any role that trusts them", risk: SecuritySeverity.High);

    [TestCase("StringEqualsIfExists", "sagemaker.amazonaws.com")]
    [TestCase("StringNotEquals", "ec2.amazonaws.com")]
    [TestCase("ForAllValues:StringEquals", "sagemaker.amazonaws.com")]
    [TestCase("StringLike", "*")]
    [TestCase("Null", "false")]
    public void A_condition_that_names_no_service_does_not_help(string comparison, string value) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": "*",
            "Condition": { "{{comparison}}": { "iam:PassedToService": "{{value}}" } }
          }
        }
        """, risk: SecuritySeverity.Critical);

    [Test]
    public void A_Deny_of_all_other_services_makes_it_high() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*",
              "Condition": { "StringNotEquals": { "iam:PassedToService": "sagemaker.amazonaws.com" } } }
          ]
        }
        """, risk: SecuritySeverity.High);

    [TestCase("StringNotLike", "*")]
    [TestCase("StringEquals", "ec2.amazonaws.com")]
    public void A_Deny_of_none_or_of_one_does_not(string comparison, string value) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*",
              "Condition": { "{{comparison}}": { "iam:PassedToService": "{{value}}" } } }
          ]
        }
        """, risk: SecuritySeverity.Critical);

    [Test]
    public void A_Deny_of_it_clears_it() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:*", "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_Deny_of_some_roles_does_not() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/admin" }
          ]
        }
        """);

    [TestCase("arn:aws:iam::111122223333:role/training")]
    [TestCase("arn:aws:iam::111122223333:role/ml/*")]
    [TestCase("arn:aws:iam::*:role/*SageMaker*")]
    [TestCase("arn:aws:iam::111122223333:user/*")]
    [TestCase("arn:aws:iam::111122223333:role/training-{?}")]
    public void Narrower_roles_are_for_other_rules(string resource) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "{{resource}}" }
        }
        """);

    [Test]
    public void Other_actions_of_IAM_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["iam:Get*", "iam:List*", "iam:CreateUser"], "Resource": "*" }
        }
        """);

    [Test]
    public void Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*" }
        }
        """);

    [Test]
    public void A_boundary_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }
        }
        """, PolicyType.Boundary);

    [TestCase("{?}")]
    [TestCase("arn:aws:iam::{?}:role/{?}")]
    public void A_role_of_a_template_cannot_be_judged(string resource) => CannotJudge($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": [|"{{resource}}"|] }
        }
        """, "which roles may be passed is not known before deployment");

    [Test]
    public void The_action_by_name_on_a_star_has_its_code() => FindsCode(IssueCodes.PassRoleWithStarInResource, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["iam:GetRole", [|"iam:PassRole"|]], "Resource": ["arn:aws:iam::*:role/*", (|"*"|)] }
        }
        """);

    [TestCase("*")]
    [TestCase("iam:*")]
    [TestCase("iam:Pass*")]
    public void A_wildcard_on_a_star_has_its_code(string action) => FindsCode(IssueCodes.PassRoleWithStarInActionAndResource, $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{{action}}"|], "Resource": (|"*"|), "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }
        }
        """);

    [Test]
    public void NotAction_on_a_star_has_its_code() => FindsCode(IssueCodes.PassRoleWithStarInResourceAndNotAction, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|"s3:*"|], "Resource": (|"*"|) }
        }
        """);

    [Test]
    public void The_action_by_name_with_NotResource_has_its_code() => FindsCode(IssueCodes.PassRoleWithNotResource, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"iam:PassRole"|], "NotResource": (|"arn:aws:iam::111122223333:role/admin"|) }
        }
        """);

    [Test]
    public void A_wildcard_with_NotResource_has_its_code() => FindsCode(IssueCodes.PassRoleWithStarInActionAndNotResource, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"iam:*"|], "NotResource": (|"arn:aws:iam::111122223333:role/admin"|) }
        }
        """);

    [Test]
    public void NotAction_with_NotResource_has_its_code() => FindsCode(IssueCodes.PassRoleWithNotActionAndNotResource, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|"s3:*"|], "NotResource": (|"arn:aws:iam::111122223333:role/admin"|) }
        }
        """);

    [Test]
    public void The_service_does_not_look_at_what_a_Deny_takes_away() => FindsCode(IssueCodes.PassRoleWithStarInResource, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": (|"*"|) },
            { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void StringEqualsIfExists_does_not_silence_the_service() => FindsCode(IssueCodes.PassRoleWithStarInResource, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"iam:PassRole"|], "Resource": (|"*"|), "Condition": { "StringEqualsIfExists": { "iam:PassedToService": "ec2.amazonaws.com" } } }
        }
        """);

    [TestCase("\"StringEquals\": { \"iam:PassedToService\": \"ec2.amazonaws.com\" }")]
    [TestCase("\"StringLikeIfExists\": { \"iam:PassedToService\": \"ec2.amazonaws.com\" }")]
    [TestCase("\"StringLike\": { \"iam:AssociatedResourceArn\": \"arn:aws:ssm:*:*:automation-definition/*\" }")]
    public void The_service_is_silent_where_services_are_named(string condition) => FindsNoCode($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { {{condition}} } }
        }
        """);

    [TestCase("arn:aws:iam::*:role/*")]
    [TestCase("arn:aws:iam::111122223333:role/fraud")]
    public void The_service_is_silent_on_ARNs(string resource) => FindsNoCode($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "{{resource}}" }
        }
        """);
}
