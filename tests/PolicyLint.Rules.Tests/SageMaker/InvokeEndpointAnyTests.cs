using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class InvokeEndpointAnyTests : RuleTest<InvokeEndpointAny>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "sagemaker:InvokeEndpoint", "arn:aws:sagemaker:*:*:endpoint/*" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`InvokeEndpoint` lets the caller use every model that is served, other teams' too", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker:InvokeEndpoint", "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"sagemaker:InvokeEndpoint\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"sagemaker:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"sagemaker:InvokeEndpoint\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    [TestCase("StringLike", "sagemaker:ResourceTag/team", "fraud-*")]
    [TestCase("StringEquals", "aws:SourceVpc", "vpc-11112222")]
    [TestCase("StringLike", "sagemaker:TargetModel", "fraud/*")]
    public void A_condition_that_says_which_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"sagemaker:InvokeEndpoint\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("StringEquals", "aws:ResourceAccount", "111122223333")]
    public void The_own_account_is_a_low_risk(string comparison, string key, string value) =>
        Finds(OpenAccess.Document("[|\"sagemaker:InvokeEndpoint\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: SecuritySeverity.Low);

    [TestCase("sagemaker:InvokeEndpointAsync")]
    [TestCase("sagemaker:InvokeEndpointWithResponseStream")]
    public void The_other_ways_to_invoke_are_reported(string action) => Finds(OpenAccess.Document($"[|\"{action}\"|]", "\"*\""));

    [Test]
    public void A_wildcard_stands_for_all_three() => Finds(
        OpenAccess.Document("[|\"sagemaker:InvokeEndpoint*\"|]", "\"*\""),
        "`InvokeEndpoint`, `InvokeEndpointAsync` and `InvokeEndpointWithResponseStream` let the caller use every model that is served, other teams' too");
}
