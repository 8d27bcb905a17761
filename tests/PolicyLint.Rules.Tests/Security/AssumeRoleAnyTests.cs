using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class AssumeRoleAnyTests : RuleTest<AssumeRoleAny>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "sts:AssumeRole", "arn:aws:iam::*:role/*" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`AssumeRole` lets the caller become any role that trusts the account, an administrator's too", risk: SecuritySeverity.High);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sts:AssumeRole", "arn:aws:iam::444455556666:role/feature-reader" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"sts:AssumeRole\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"sts:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"sts:AssumeRole\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    [TestCase("StringEquals", "iam:ResourceTag/team", "fraud")]
    public void A_condition_that_says_which_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"sts:AssumeRole\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("Bool", "aws:MultiFactorAuthPresent", "true")]
    [TestCase("StringEquals", "sts:ExternalId", "a1b2c3")]
    [TestCase("StringEquals", "aws:ResourceOrgID", "o-1112223334")]
    public void A_condition_on_who_and_how_makes_it_medium(string comparison, string key, string value) =>
        Finds(OpenAccess.Document("[|\"sts:AssumeRole\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: SecuritySeverity.Medium);

    [Test]
    public void Every_role_of_an_account_is_reported_and_its_resource_pointed_to() =>
        Finds(OpenAccess.Document("[|\"sts:AssumeRole\"|]", "(|\"arn:aws:iam::111122223333:role/*\"|)"));

    [TestCase("sts:TagSession")]
    [TestCase("sts:AssumeRoleWithWebIdentity")]
    [TestCase("sts:GetCallerIdentity")]
    public void Other_actions_are_clean(string action) => Clean(OpenAccess.Document($"\"{action}\"", "\"*\""));
}
