using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class RedundantNumericValueTests : RuleTest<RedundantNumericValue>
{
    [Test]
    public void Of_several_bounds_one_decides() => Finds(
        OneStatement.With("""{ "NumericLessThan": { "aws:MultiFactorAuthAge": [|["2700", "3600"]|] }, "NumericGreaterThanEqualsIfExists": { "s3:max-keys": [|[100, 5, 20]|] } }"""),
        ["Of the values of `aws:MultiFactorAuthAge` only `3600` decides: the others are redundant", "Of the values of `s3:max-keys` only `5` decides: the others are redundant"],
        severity: Severity.Suggestion);

    [Test]
    public void One_bound_alternatives_and_texts_are_clean() => Clean(
        OneStatement.With("""{ "NumericLessThan": { "aws:MultiFactorAuthAge": ["3600"] }, "NumericEquals": { "s3:max-keys": ["5", "20"] }, "NumericGreaterThan": { "s3:signatureAge": ["5", "many"] } }"""));

    [Test]
    public void The_service_reports_the_values() => FindsCode(IssueCodes.RedundantConditionValueNum, OneStatement.With("""{ "NumericLessThan": { "aws:MultiFactorAuthAge": [|["2700", "3600"]|] } }"""));

    [Test]
    public void The_service_is_silent_about_one_bound() => FindsNoCode(OneStatement.With("""{ "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } }"""));
}
