using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class SlrUnscopedTests : RuleTest<SlrUnscoped>
{
    [TestCase("iam:CreateServiceLinkedRole", "*")]
    [TestCase("IAM:createservicelinkedrole", "arn:aws:iam::*:role/*")]
    [TestCase("iam:CreateServiceLinked*", "arn:aws:iam::111122223333:role/aws-service-role/*")]
    [TestCase("iam:*", "arn:*")]
    public void Any_service_is_a_low_risk(string action, string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{{action}}"|], "Resource": (|"{{resource}}"|) }
        }
        """, $"`{action}` lets the caller link any AWS service to the account by creating its role", risk: SecuritySeverity.Low);

    [Test]
    public void The_action_by_name_on_a_star_has_its_code() => FindsCode(IssueCodes.CreateSlrWithStarInResource, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["iam:GetRole", [|"iam:CreateServiceLinkedRole"|]], "Resource": ["arn:aws:iam::*:role/x", (|"*"|)] }
        }
        """);

    [TestCase("*")]
    [TestCase("iam:Create*")]
    public void A_wildcard_on_a_star_has_its_code(string action) => FindsCode(IssueCodes.CreateSlrWithStarInActionAndResource, $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{{action}}"|], "Resource": (|"*"|), "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }
        }
        """);

    [Test]
    public void NotAction_on_a_star_has_its_code() => FindsCode(IssueCodes.CreateSlrWithStarInResourceAndNotAction, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|["iam:DeleteRole", "s3:*"]|], "Resource": (|"*"|) }
        }
        """);

    [Test]
    public void The_action_by_name_with_NotResource_has_its_code() => FindsCode(IssueCodes.CreateSlrWithNotResource, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"iam:CreateServiceLinkedRole"|], "NotResource": (|"arn:aws:iam::*:role/admin"|) }
        }
        """);

    [Test]
    public void A_wildcard_with_NotResource_has_its_code() => FindsCode(IssueCodes.CreateSlrWithStarInActionAndNotResource, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"iam:*"|], "NotResource": (|"arn:aws:iam::*:role/admin"|) }
        }
        """);

    [Test]
    public void NotAction_with_NotResource_has_its_code() => FindsCode(IssueCodes.CreateSlrWithNotActionAndNotResource, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|"s3:*"|], "NotResource": (|"arn:aws:iam::*:role/admin"|) }
        }
        """);

    [TestCase("StringEquals", "sagemaker.amazonaws.com")]
    [TestCase("StringLike", "sagemaker.amazonaws.com")]
    [TestCase("ForAnyValue:StringEquals", "macie.amazonaws.com")]
    public void A_named_service_is_clean(string @operator, string service) => FindsNoCode($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": "*", "Condition": { "{{@operator}}": { "iam:AWSServiceName": "{{service}}" } } }
        }
        """);

    [TestCase("StringLike", "*.amazonaws.com")]
    [TestCase("StringEqualsIfExists", "sagemaker.amazonaws.com")]
    [TestCase("StringNotEquals", "sagemaker.amazonaws.com")]
    public void A_name_that_leaves_services_open_is_reported(string @operator, string service) => FindsCode(IssueCodes.CreateSlrWithStarInResource, $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"iam:CreateServiceLinkedRole"|], "Resource": (|"*"|), "Condition": { "{{@operator}}": { "iam:AWSServiceName": "{{service}}" } } }
        }
        """);

    [Test]
    public void The_path_of_one_service_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": "arn:aws:iam::*:role/aws-service-role/sagemaker.amazonaws.com/*" }
        }
        """);

    [Test]
    public void What_a_Deny_takes_away_is_not_granted() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:Create*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void NotAction_that_names_it_is_clean() => FindsNoCode("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": "iam:Create*", "Resource": "*" }
        }
        """);
}
