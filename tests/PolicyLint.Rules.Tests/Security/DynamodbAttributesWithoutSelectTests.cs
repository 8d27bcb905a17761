using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class DynamodbAttributesWithoutSelectTests : RuleTest<DynamodbAttributesWithoutSelect>
{
    private const string Query = "\"dynamodb:Query\"";

    [TestCase("\"dynamodb:Query\"")]
    [TestCase("[\"dynamodb:PutItem\", \"dynamodb:*Item\"]")]
    [TestCase("\"*\"")]
    public void Reading_without_naming_attributes_gives_all(string action) => Finds(
        OneStatement.With("""{ "ForAllValues:StringEquals": { [|"dynamodb:Attributes"|]: ["Id", "Ward"] } }""", action),
        "A request that names no attributes gets all of them: beside `dynamodb:Attributes` ask for `dynamodb:Select` to be `SPECIFIC_ATTRIBUTES`",
        risk: SecuritySeverity.Medium);

    [Test]
    public void Another_selection_does_not_help() => Finds(
        OneStatement.With("""{ "ForAllValues:StringEquals": { [|"dynamodb:Attributes"|]: "Id" }, "StringEquals": { "dynamodb:Select": ["SPECIFIC_ATTRIBUTES", "ALL_ATTRIBUTES"] } }""", Query));

    [TestCase("StringEquals")]
    [TestCase("StringEqualsIfExists")]
    public void With_the_selection_it_is_clean(string name) => Clean(
        OneStatement.With($$"""{ "ForAllValues:StringEquals": { "dynamodb:Attributes": "Id" }, "{{name}}": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } }""", Query));

    [Test]
    public void Writing_and_a_Deny_are_left_alone()
    {
        Clean(OneStatement.With("""{ "ForAllValues:StringEquals": { "dynamodb:Attributes": "Id" } }""", "\"dynamodb:PutItem\""));
        Clean(OneStatement.With("""{ "ForAnyValue:StringEquals": { "dynamodb:Attributes": "Salary" } }""", Query, "Deny"));
    }

    [Test]
    public void The_service_reports_the_key() => FindsCode(IssueCodes.DynamoDBAttributesWithoutSelect, OneStatement.With("""{ "ForAllValues:StringEquals": { [|"dynamodb:Attributes"|]: "Id" } }""", Query));

    [Test]
    public void The_service_is_silent_with_the_selection() => FindsNoCode(
        OneStatement.With("""{ "ForAllValues:StringEquals": { "dynamodb:Attributes": "Id" }, "StringEquals": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } }""", Query));
}
