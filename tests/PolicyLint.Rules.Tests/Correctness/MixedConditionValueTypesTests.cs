using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class MixedConditionValueTypesTests : RuleTest<MixedConditionValueTypes>
{
    [Test]
    public void Two_types_in_one_list_are_an_error() => Finds(
        OneStatement.With("""{ "NumericEquals": { "s3:max-keys": [|[10, "20"]|] }, "Bool": { "aws:SecureTransport": [|["true", true]|] } }"""),
        ["The values of `s3:max-keys` are of different JSON types: write all of them as strings", "The values of `aws:SecureTransport` are of different JSON types: write all of them as strings"]);

    [Test]
    public void One_type_is_clean() => Clean(OneStatement.With("""{ "NumericEquals": { "s3:max-keys": [10, 20] }, "Bool": { "aws:SecureTransport": true }, "StringEquals": { "aws:RequestTag/a": ["b", "c"] } }"""));

    [Test]
    public void The_service_reports_the_list() => FindsCode(IssueCodes.InvalidConditionDataType, OneStatement.With("""{ "StringEquals": { "aws:RequestTag/a": [|["b", 1]|] } }"""));

    [Test]
    public void The_service_is_silent_about_one_type() => FindsNoCode(OneStatement.With("""{ "StringEquals": { "aws:RequestTag/a": ["b", "1"] } }"""));
}
