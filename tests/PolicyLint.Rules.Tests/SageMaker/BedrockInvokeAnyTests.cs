using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class BedrockInvokeAnyTests : RuleTest<BedrockInvokeAny>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "bedrock:InvokeModel", "" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`InvokeModel` lets the caller use every model at any price, the marketplace's and other teams' among them", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "bedrock:InvokeModel", "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"bedrock:InvokeModel\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"bedrock:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"bedrock:InvokeModel\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:SourceVpc", "vpc-11112222")]
    [TestCase("ArnLike", "bedrock:InferenceProfileArn", "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/fraud")]
    public void A_condition_that_says_which_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"bedrock:InvokeModel\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [Test]
    public void Every_foundation_model_is_a_low_risk() => Finds(
        OpenAccess.Document("[|\"bedrock:InvokeModel\"|]", "(|\"arn:aws:bedrock:*::foundation-model/*\"|)"),
        "`InvokeModel` lets the caller use every foundation model, at any price",
        risk: SecuritySeverity.Low);

    [Test]
    public void A_wildcard_stands_for_both_ways() => Finds(
        OpenAccess.Document("[|\"bedrock:InvokeModel*\"|]", "\"*\""),
        "`InvokeModel` and `InvokeModelWithResponseStream` let the caller use every model at any price, the marketplace's and other teams' among them");

    [TestCase("bedrock:ListFoundationModels", "*")]
    [TestCase("bedrock:InvokeModel", "arn:aws:bedrock:*::foundation-model/amazon.nova-*")]
    [TestCase("bedrock:InvokeModel", "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/*")]
    public void Other_actions_and_named_models_are_clean(string action, string resource) => Clean(OpenAccess.Document($"\"{action}\"", $"\"{resource}\""));
}
