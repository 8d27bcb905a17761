using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class RequestTagOnNonTaggingActionTests : RuleTest<RequestTagOnNonTaggingAction>
{
    [TestCase("Allow", "StringEquals", "never allows them")]
    [TestCase("Allow", "StringEqualsIfExists", "allows them without this guard")]
    [TestCase("Deny", "StringEquals", "never denies them")]
    [TestCase("Deny", "StringNotEquals", "denies them whatever the tags")]
    public void What_becomes_of_an_action_without_tags(string effect, string name, string outcome) => Finds(
        OneStatement.With($$"""{ "{{name}}": { [|"aws:RequestTag/team"|]: "fraud" } }""", """["sagemaker:CreateEndpoint", (|"sagemaker:DeleteEndpoint"|)]""", effect),
        $"Requests for `sagemaker:DeleteEndpoint` never have `aws:RequestTag/team`, so this {outcome}",
        risk: SecuritySeverity.Medium);

    [Test]
    public void Wildcards_that_let_actions_through_are_reported() => Finds(
        OneStatement.With("""{ "ForAllValues:StringEquals": { [|"aws:TagKeys"|]: "team" } }""", """[(|"SageMaker:UpdateE*"|), "s3:*"]"""),
        "Requests for `sagemaker:UpdateEndpoint`, `sagemaker:UpdateEndpointWeightsAndCapacities` and `sagemaker:UpdateExperiment` never have `aws:TagKeys`, so this allows them without this guard");

    [Test]
    public void A_wildcard_of_which_none_has_tags_is_reported() => Finds(
        OneStatement.With("""{ "StringEquals": { [|"aws:RequestTag/team"|]: "fraud" } }""", "(|\"sagemaker:DeleteEnd*\"|)"));

    [Test]
    public void Beside_a_term_that_narrows_it_is_a_suggestion() => Finds(
        OneStatement.With("""{ "StringNotEquals": { [|"aws:RequestTag/team"|]: "hr" }, "StringEquals": { "aws:ResourceTag/team": "fraud" } }""", "\"sagemaker:DeleteEndpoint\""),
        risk: SecuritySeverity.None);

    [Test]
    public void A_wildcard_holds_more_than_what_is_meant() => Clean(OneStatement.With("""{ "StringEquals": { "aws:RequestTag/team": "fraud" } }""", "\"sagemaker:*\""));

    [Test]
    public void Creating_and_tagging_have_tags() => Clean(
        OneStatement.With("""{ "StringEquals": { "aws:RequestTag/team": "fraud" }, "ForAllValues:StringEquals": { "aws:TagKeys": "team" } }""", """["sagemaker:CreateEndpoint", "sagemaker:AddTags"]"""));

    [Test]
    public void Deleting_tags_has_their_keys() => Clean(OneStatement.With("""{ "ForAnyValue:StringEquals": { "aws:TagKeys": "team" } }""", "\"sagemaker:DeleteTags\""));

    [Test]
    public void Other_services_are_left_alone() => Clean(OneStatement.With("""{ "StringEquals": { "aws:RequestTag/team": "fraud" } }""", "\"s3:GetObject\""));
}
