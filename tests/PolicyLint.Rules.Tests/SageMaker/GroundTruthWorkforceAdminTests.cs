using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class GroundTruthWorkforceAdminTests : RuleTest<GroundTruthWorkforceAdmin>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "cognito-idp:AdminCreateUser", "arn:aws:cognito-idp:*:*:userpool/*" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`AdminCreateUser` lets the caller let users into every pool: labelling workforces and the company's applications", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "cognito-idp:AdminCreateUser", "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"cognito-idp:AdminCreateUser\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"cognito-idp:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"cognito-idp:AdminCreateUser\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    public void A_condition_that_says_which_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"cognito-idp:AdminCreateUser\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("AdminAddUserToGroup")]
    [TestCase("UpdateUserPool")]
    [TestCase("UpdateUserPoolClient")]
    [TestCase("UpdateUserPoolDomain")]
    [TestCase("CreateUserPoolClient")]
    [TestCase("CreateUserPoolDomain")]
    public void Each_way_in_is_reported(string action) => Finds(OpenAccess.Document($"[|\"cognito-idp:{action}\"|]", "\"*\""), risk: SecuritySeverity.Medium);

    [TestCase("cognito-idp:CreateUserPool")]
    [TestCase("cognito-idp:ListUsers")]
    [TestCase("cognito-idp:Describe*")]
    public void A_new_pool_and_reads_are_clean(string action) => Clean(OpenAccess.Document($"\"{action}\"", "\"*\""));
}
