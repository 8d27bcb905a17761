using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class WildcardWithoutLikeTests : RuleTest<WildcardWithoutLike>
{
    [Test]
    public void A_wildcard_in_a_literal_value_is_an_error() => Finds(
        OneStatement.With("""{ "ForAllValues:StringEquals": { "sagemaker:InstanceTypes": ["ml.m5.large", [|"ml.m5.*"|]] }, "StringNotEqualsIgnoreCase": { "aws:RequestTag/a": [|"?"|] } }"""),
        [
            "`ForAllValues:StringEquals` takes the wildcard in `ml.m5.*` for a letter: write `StringLike`",
            "`StringNotEqualsIgnoreCase` takes the wildcard in `?` for a letter: write `StringNotLike`",
        ],
        severity: Severity.Error);

    [Test]
    public void A_wildcard_behind_a_variable_counts() => Finds(OneStatement.With("""{ "StringEquals": { "s3:prefix": [|"${aws:username}/*"|] } }""", effect: "Deny"), type: PolicyType.Scp);

    [Test]
    public void Operators_with_wildcards_and_escaped_ones_are_clean() => Clean(
        OneStatement.With("""{ "StringLike": { "aws:RequestTag/a": "x*" }, "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" }, "StringEquals": { "aws:RequestTag/b": ["plain", "${*}", "a${?}b"] } }"""));

    [Test]
    public void The_service_reports_the_value() => FindsCode(IssueCodes.WildcardWithoutLikeOperator, OneStatement.With("""{ "StringEquals": { "aws:ResourceTag/team": [|"*"|] } }"""));

    [Test]
    public void The_service_is_silent_about_StringLike() => FindsNoCode(OneStatement.With("""{ "StringLike": { "aws:PrincipalTag/job-category": "admin-*" } }"""));
}
