using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class SeveralBooleanValuesTests : RuleTest<SeveralBooleanValues>
{
    [Test]
    public void Both_values_guard_nothing() => Finds(
        OneStatement.With("""{ "Bool": { "aws:SecureTransport": [|["true", "false"]|] }, "BoolIfExists": { "aws:ViaAWSService": [|["true", "true"]|] } }"""),
        ["`aws:SecureTransport` is a Boolean: write one value, for a list of both guards nothing", "`aws:ViaAWSService` is a Boolean: write one value, for a list of both guards nothing"]);

    [Test]
    public void One_value_and_lists_of_text_are_clean() => Clean(
        OneStatement.With("""{ "Bool": { "aws:SecureTransport": ["true"], "aws:ViaAWSService": "false" }, "StringEquals": { "aws:RequestTag/a": ["true", "false"] } }"""));

    [Test]
    public void The_service_reports_the_values() => FindsCode(IssueCodes.InvalidConditionMultipleBoolean, OneStatement.With("""{ "Bool": { "aws:SecureTransport": [|["true", "false"]|] } }"""));

    [Test]
    public void The_service_is_silent_about_one_value() => FindsNoCode(OneStatement.With("""{ "Bool": { "aws:SecureTransport": "true" } }"""));
}
