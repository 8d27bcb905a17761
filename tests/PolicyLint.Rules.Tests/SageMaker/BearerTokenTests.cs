using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class BearerTokenTests : RuleTest<BearerToken>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "sagemaker:CallWithBearerToken", "" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`CallWithBearerToken` lets the caller use tokens of any kind, which whoever finds one can use as well", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker:CallWithBearerToken", "" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"sagemaker:CallWithBearerToken\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"sagemaker:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"sagemaker:CallWithBearerToken\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "sagemaker:BearerTokenType", "SHORT_TERM")]
    [TestCase("StringLike", "sagemaker:bearertokentype", "SHORT_*")]
    public void A_condition_on_the_kind_of_token_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"sagemaker:CallWithBearerToken\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("IpAddress", "aws:SourceIp", "192.0.2.0/24")]
    public void A_condition_on_the_network_makes_it_low(string comparison, string key, string value) =>
        Finds(OpenAccess.Document("[|\"sagemaker:CallWithBearerToken\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: SecuritySeverity.Low);

    [TestCase("StringEqualsIfExists", "SHORT_TERM")]
    [TestCase("StringNotEquals", "LONG_TERM")]
    [TestCase("StringLike", "*")]
    public void A_condition_on_the_kind_that_lets_others_through_does_not(string comparison, string value) => Finds(OpenAccess.Document(
        "[|\"sagemaker:CallWithBearerToken\"|]", "\"*\"", $$"""{ "{{comparison}}": { "sagemaker:BearerTokenType": "{{value}}" } }"""));
}
