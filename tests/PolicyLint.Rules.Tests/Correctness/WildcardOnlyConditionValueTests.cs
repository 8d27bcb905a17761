using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class WildcardOnlyConditionValueTests : RuleTest<WildcardOnlyConditionValue>
{
    [TestCase("StringLike", "This only asks whether `aws:ResourceTag/a` is there: `Null` with `false` says so")]
    [TestCase("ForAnyValue:StringLike", "This only asks whether `aws:ResourceTag/a` is there: `Null` with `false` says so")]
    [TestCase("StringNotLike", "This only asks whether `aws:ResourceTag/a` is absent: `Null` with `true` says so")]
    [TestCase("StringNotLikeIfExists", "This only asks whether `aws:ResourceTag/a` is absent: `Null` with `true` says so")]
    [TestCase("StringLikeIfExists", "This is always true, whatever `aws:ResourceTag/a` is: leave it out")]
    [TestCase("ForAllValues:StringLike", "This is always true, whatever `aws:ResourceTag/a` is: leave it out")]
    [TestCase("ForAnyValue:StringNotLike", "This is never true, whatever `aws:ResourceTag/a` is, so that the statement does nothing")]
    public void What_a_star_leaves_of_each_operator(string name, string message) => Finds(
        OneStatement.With($$"""{ "{{name}}": { "aws:ResourceTag/a": [|"*"|] } }"""), message, severity: Severity.Suggestion);

    [Test]
    public void One_star_in_a_list_is_enough() => Finds(OneStatement.With("""{ "StringLike": { "aws:ResourceTag/a": ["x", [|"**"|]] } }"""));

    [Test]
    public void Values_with_letters_and_operators_without_wildcards_are_clean() => Clean(
        OneStatement.With("""{ "StringLike": { "aws:ResourceTag/a": ["x*", "?*", ""] }, "StringEquals": { "aws:ResourceTag/b": "*" }, "ArnLike": { "aws:PrincipalArn": "*" } }"""));

    [Test]
    public void The_service_reports_presence() => FindsCode(IssueCodes.EquivalentToNullFalse, OneStatement.With("""{ "StringLike": { "aws:RequestTag/a": [[|"*"|]] } }"""));

    [Test]
    public void The_service_reports_absence() => FindsCode(IssueCodes.EquivalentToNullTrue, OneStatement.With("""{ "StringNotLike": { "aws:RequestTag/a": [|"*"|] } }"""));

    [Test]
    public void The_service_reports_what_is_always_true() => FindsCode(IssueCodes.RedundantKeyDueToWildcardInCondition, OneStatement.With("""{ "StringLikeIfExists": { "aws:RequestTag/a": [|"*"|] } }"""));

    [Test]
    public void The_service_reports_what_is_never_true() => FindsCode(IssueCodes.RedundantStatementDueToWildcardInCondition, OneStatement.With("""{ "ForAnyValue:StringNotLike": { "aws:TagKeys": [|"*"|] } }"""));

    [Test]
    public void The_service_is_silent_about_set_operators_and_other_values() => FindsNoCode(
        OneStatement.With("""{ "ForAnyValue:StringLike": { "aws:TagKeys": "*" }, "StringLike": { "aws:RequestTag/a": "x*" } }"""));
}
