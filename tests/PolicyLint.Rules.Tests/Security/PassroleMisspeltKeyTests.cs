using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class PassroleMisspeltKeyTests : RuleTest<PassroleMisspeltKey>
{
    private const string PassRole = "\"iam:PassRole\"";

    [TestCase("Deny", "StringEquals", "so this never denies passing a role")]
    [TestCase("Deny", "StringNotEquals", "so this denies passing roles whatever its value")]
    [TestCase("Allow", "StringEquals", "so this never allows passing a role")]
    [TestCase("Allow", "StringEqualsIfExists", "so roles may be passed without this guard")]
    public void What_becomes_of_the_guard(string effect, string name, string outcome) => Finds(
        OneStatement.With($$"""{ "{{name}}": { [|"iam:PassedToReception"|]: "translate.amazonaws.com" } }""", PassRole, effect),
        $"There is no condition key `iam:PassedToReception` in the catalogue of 2026-09-26, {outcome}: `iam:PassedToService` names the service",
        risk: SecuritySeverity.High);

    [TestCase("\"IAM:passrole\"")]
    [TestCase("\"iam:Pass*\"")]
    [TestCase("[\"s3:GetObject\", \"*\"]")]
    public void However_the_action_is_spelled(string action) => Finds(OneStatement.With("""{ "StringEquals": { [|"IAM:PassedTo"|]: "x" } }""", action));

    [Test]
    public void NotAction_may_mean_it_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "NotAction": "s3:*", "Resource": "*", "Condition": { "StringEquals": { [|"iam:PassedService"|]: "x" } } }
        }
        """, type: PolicyType.Scp);

    [Test]
    public void Known_keys_and_other_prefixes_are_clean() => Clean(
        OneStatement.With("""{ "StringEquals": { "iam:PassedToService": "x", "iam:AssociatedResourceArn": "y", "acme:PassedToService": "z" } }""", PassRole));

    [Test]
    public void Other_actions_are_another_rules_matter() => Clean(OneStatement.With("""{ "StringEquals": { "iam:PassedToReception": "x" } }""", "\"iam:GetRole\""));
}
