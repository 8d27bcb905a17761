using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class PassRoleTagConditionIneffectiveTests : RuleTest<PassRoleTagConditionIneffective>
{
    [TestCase("aws:ResourceTag/team", "iam:PassRole")]
    [TestCase("iam:ResourceTag/team", "iam:Pass*")]
    public void An_Allow_that_needs_the_tag_never_allows(string key, string action) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": (|"{{action}}"|), "Resource": "*", "Condition": { "StringEquals": { [|"{{key}}"|]: "fraud" } } }
        }
        """, $"A role's tags are not in the request: `{key}` never allows `{action}`", risk: SecuritySeverity.Medium);

    [Test]
    public void A_Deny_that_needs_the_tag_never_denies() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringLike": { [|"iam:ResourceTag/team"|]: "admin*" } } }
        }
        """, "A role's tags are not in the request: `iam:ResourceTag/team` never denies `iam:PassRole`", type: PolicyType.Scp);

    [TestCase("StringNotEquals")]
    [TestCase("StringEqualsIfExists")]
    public void An_operator_that_is_true_without_the_tag_sets_no_limit(string @operator) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "{{@operator}}": { [|"aws:ResourceTag/team"|]: "admin" } } }
        }
        """, "A role's tags are not in the request: `aws:ResourceTag/team` sets no limit to `iam:PassRole`");

    [TestCase("Allow", "iam:PassRole", "StringEquals", "iam:PassedToService")]
    [TestCase("Allow", "iam:*", "StringEquals", "aws:ResourceTag/team")]
    [TestCase("Allow", "iam:GetRole", "StringEquals", "aws:ResourceTag/team")]
    [TestCase("Deny", "iam:PassRole", "StringNotEquals", "aws:ResourceTag/team")]
    public void Other_keys_other_actions_and_a_Deny_that_denies_more_are_clean(string effect, string action, string @operator, string key) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "{{effect}}", "Action": "{{action}}", "Resource": "*", "Condition": { "{{@operator}}": { "{{key}}": "sagemaker.amazonaws.com" } } }
        }
        """);
}
