using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class TagConditionUnsupportedTests : RuleTest<TagConditionUnsupported>
{
    [Test]
    public void An_Allow_of_actions_without_tags_is_reported_once_for_each_service() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [[|"logs:DescribeLogGroups"|], "logs:PutRetentionPolicy", "logs:PutResourcePolicy", [|"s3:ListAllMyBuckets"|]], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "fraud" } } }
        }
        """,
        [
            "With `aws:ResourceTag/team` this statement does not allow `logs:DescribeLogGroups` and 1 more action of `logs`, which know no tags in the catalogue of 2026-09-26",
            "With `aws:ResourceTag/team` this statement does not allow `s3:ListAllMyBuckets`, which knows no tags in the catalogue of 2026-09-26",
        ]);

    [Test]
    public void The_service_names_the_actions_and_the_key() => FindsCode(IssueCodes.AllowWithUnsupportedTagConditionKeyForService, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["ec2:DeleteFlowLogs", [|"logs:PutResourcePolicy"|], (|"logs:DescribeLogGroups"|)], "Resource": "*", "Condition": { "StringEquals": { (|"aws:ResourceTag/team"|): "fraud" } } }
        }
        """);

    [Test]
    public void A_Deny_has_a_code_of_its_own() => FindsCode(IssueCodes.DenyWithUnsupportedTagConditionKeyForService, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": [|"logs:PutResourcePolicy"|], "Resource": "*", "Condition": { "StringLike": { (|"aws:ResourceTag/team"|): "fraud*" } } }
        }
        """);

    [Test]
    public void Allow_with_NotAction_has_a_code_of_its_own() => FindsCode(IssueCodes.AllowNotActionWithUnsupportedTagConditionKeyForService, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|"iam:*"|], "Resource": "*", "Condition": { "StringEquals": { (|"aws:ResourceTag/team"|): "fraud" } } }
        }
        """);

    [Test]
    public void Deny_with_NotAction_has_a_code_of_its_own() => FindsCode(IssueCodes.DenyNotActionWithUnsupportedTagConditionKeyForService, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "NotAction": [|["iam:*", "s3:*"]|], "Resource": "*", "Condition": { "StringEquals": { (|"aws:ResourceTag/team"|): "fraud" } } }
        }
        """);

    [TestCase("logs:PutRetentionPolicy", "StringEquals", "aws:ResourceTag/team")]
    [TestCase("logs:*", "StringEquals", "aws:ResourceTag/team")]
    [TestCase("logs:PutResourcePolicy", "StringNotEquals", "aws:ResourceTag/team")]
    [TestCase("logs:PutResourcePolicy", "StringEqualsIfExists", "aws:ResourceTag/team")]
    [TestCase("logs:PutResourcePolicy", "StringEquals", "aws:PrincipalTag/team")]
    [TestCase("*", "StringEquals", "aws:ResourceTag/team")]
    public void Tags_that_are_known_or_not_needed_are_clean(string action, string @operator, string key) => FindsNoCode($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "*", "Condition": { "{{@operator}}": { "{{key}}": "fraud" } } }
        }
        """);

    [Test]
    public void Asking_whether_there_is_a_tag_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "logs:PutResourcePolicy", "Resource": "*", "Condition": { "Null": { "aws:ResourceTag/team": "false" } } }
        }
        """);
}
