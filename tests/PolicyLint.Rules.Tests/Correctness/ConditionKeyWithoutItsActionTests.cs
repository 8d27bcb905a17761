using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ConditionKeyWithoutItsActionTests : RuleTest<ConditionKeyWithoutItsAction>
{
    private const string Account = """{ "AWS": "arn:aws:iam::111122223333:root" }""";

    [Test]
    public void Who_may_not_set_a_value_cannot_have_it() => Finds(
        OneStatement.Of(Account, """{ "StringLike": { [|"sts:SourceIdentity"|]: "data-*", [|"aws:RequestTag/team"|]: "*" } }""", "\"sts:AssumeRole\"", resource: null),
        ["Nobody can set `sts:SourceIdentity` without `sts:SetSourceIdentity`: add it to Action", "Nobody can set `aws:RequestTag/team` without `sts:TagSession`: add it to Action"],
        PolicyType.Trust, severity: Severity.Warning);

    [Test]
    public void With_the_action_it_is_clean() => Clean(
        OneStatement.Of(Account, """{ "StringLike": { "sts:SourceIdentity": "data-*" }, "ForAnyValue:StringEquals": { "sts:TransitiveTagKeys": "team" } }""", """["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]""", resource: null),
        PolicyType.Trust);

    [Test]
    public void A_condition_that_holds_without_the_key_asks_for_nothing() => Clean(
        OneStatement.Of(Account, """{ "StringLikeIfExists": { "sts:SourceIdentity": "data-*" }, "Null": { "aws:RequestTag/team": "true" } }""", "\"sts:AssumeRole\"", resource: null), PolicyType.Trust);

    [Test]
    public void Tags_of_other_requests_and_a_Deny_are_left_alone()
    {
        Clean(OneStatement.With("""{ "StringEquals": { "aws:RequestTag/team": "x" } }""", "\"sagemaker:CreateModel\""));
        Clean(OneStatement.With("""{ "StringEquals": { "sts:SourceIdentity": "x" } }""", "\"sts:AssumeRole\"", effect: "Deny"));
    }

    [Test]
    public void The_service_reports_the_key() => FindsCode(IssueCodes.MissingActionForConditionKey,
        OneStatement.Of(Account, """{ "StringEquals": { [|"sts:SourceIdentity"|]: "data" } }""", "\"sts:AssumeRole\"", resource: null), PolicyType.Trust);

    [Test]
    public void The_service_is_silent_with_the_action() => FindsNoCode(
        OneStatement.Of(Account, """{ "StringEquals": { "sts:SourceIdentity": "data" } }""", """["sts:AssumeRole", "sts:SetSourceIdentity"]""", resource: null), PolicyType.Trust);
}
