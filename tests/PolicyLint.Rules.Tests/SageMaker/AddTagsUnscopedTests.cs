using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class AddTagsUnscopedTests : RuleTest<AddTagsUnscoped>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "sagemaker:AddTags", "arn:aws:sagemaker:*:*:*/*" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`AddTags` lets the caller change the tags of every SageMaker resource, whatever is decided by them", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker:AddTags", "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"sagemaker:AddTags\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"sagemaker:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"sagemaker:AddTags\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    [TestCase("StringLike", "sagemaker:ResourceTag/team", "fraud-*")]
    [TestCase("StringEquals", "sagemaker:TaggingAction", "CreateEndpoint")]
    [TestCase("StringEquals", "aws:RequestTag/team", "fraud")]
    [TestCase("ForAnyValue:StringEquals", "aws:TagKeys", "team")]
    public void A_condition_that_says_which_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"sagemaker:AddTags\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("IpAddress", "aws:SourceIp", "192.0.2.0/24")]
    public void A_condition_on_the_network_makes_it_low(string comparison, string key, string value) =>
        Finds(OpenAccess.Document("[|\"sagemaker:AddTags\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: SecuritySeverity.Low);

    [Test]
    public void Where_tags_decide_about_access_it_says_so() => Finds(
        OpenAccess.Wrap(
            OpenAccess.Allow("[[|\"sagemaker:AddTags\"|], \"sagemaker:DeleteTags\"]", "(|\"*\"|)")
            + ", " + OpenAccess.Allow("\"sagemaker:DeleteEndpoint\"", "\"*\"", """{ "StringEquals": { "aws:ResourceTag/team": "fraud" } }""")),
        "`AddTags` and `DeleteTags` let the caller change every tag, those too that other statements here decide access by");

    [Test]
    public void Tags_of_one_kind_of_resource_are_clean() => Clean(OpenAccess.Document("\"sagemaker:AddTags\"", "\"arn:aws:sagemaker:*:*:endpoint/*\""));
}
