using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class ServiceCatalogProvisionAnyTests : RuleTest<ServiceCatalogProvisionAny>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "servicecatalog:ProvisionProduct", "arn:aws:catalog:*:*:product/*" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`ProvisionProduct` lets the caller build every product, each as the role that it is launched with", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "servicecatalog:ProvisionProduct", "arn:aws:catalog:eu-west-1:111122223333:product/prod-abcd1234efgh5" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"servicecatalog:ProvisionProduct\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"servicecatalog:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"servicecatalog:ProvisionProduct\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    public void A_condition_that_says_which_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"servicecatalog:ProvisionProduct\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("StringEquals", "servicecatalog:userLevel", "self")]
    public void The_own_products_are_a_low_risk(string comparison, string key, string value) =>
        Finds(OpenAccess.Document("[|\"servicecatalog:ProvisionProduct\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: SecuritySeverity.Low);
}
