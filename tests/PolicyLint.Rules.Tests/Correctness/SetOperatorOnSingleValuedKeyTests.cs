using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class SetOperatorOnSingleValuedKeyTests : RuleTest<SetOperatorOnSingleValuedKey>
{
    [Test]
    public void ForAllValues_in_an_Allow_is_an_error() => Finds(
        OneStatement.With("""{ "ForAllValues:StringEquals": { [|"aws:SourceVpce"|]: "vpce-0a1b2c3d" } }"""),
        "`aws:SourceVpce` has one value, and with `ForAllValues:` this lets every request without it through",
        severity: Severity.Error);

    [Test]
    public void ForAllValues_is_a_warning_where_the_key_is_asked_for() => Finds(
        OneStatement.With("""{ "ForAllValues:StringEquals": { [|"aws:SourceVpce"|]: "vpce-0a1b2c3d" }, "Null": { "aws:SourceVpce": "false" } }"""),
        "`aws:SourceVpce` has one value: `ForAllValues:` only makes the condition true without it",
        severity: Severity.Warning);

    [Test]
    public void ForAllValues_in_a_Deny_is_a_warning() => Finds(
        OneStatement.With("""{ "ForAllValues:StringNotEquals": { [|"sagemaker:ModelArn"|]: "x" } }""", effect: "Deny"),
        severity: Severity.Warning);

    [Test]
    public void ForAnyValue_is_a_suggestion() => Finds(
        OneStatement.With("""{ "ForAnyValue:StringEquals": { [|"aws:SourceVpce"|]: "vpce-0a1b2c3d" } }"""),
        "`aws:SourceVpce` has one value: `ForAnyValue:` changes nothing",
        severity: Severity.Suggestion);

    [Test]
    public void The_service_reports_ForAllValues() => FindsCode(IssueCodes.ForAllValuesWithSingleValuedKey,
        OneStatement.With("""{ "ForAllValues:StringLike": { [|"organizations:ServicePrincipal"|]: "tag.amazonaws.com" } }""", action: "\"organizations:EnableAWSServiceAccess\""));

    [Test]
    public void The_service_is_silent_about_ForAnyValue_and_lists() => FindsNoCode(
        OneStatement.With("""{ "ForAnyValue:StringLike": { "aws:SourceVpce": "vpce-0a1b2c3d" }, "ForAllValues:StringLike": { "aws:TagKeys": "a" } }"""));

    [Test]
    public void Lists_unknown_keys_and_Null_are_clean() => Clean(
        OneStatement.With("""{ "ForAllValues:StringEquals": { "aws:TagKeys": "a", "acme:Key": "b" }, "ForAnyValue:StringEquals": { "aws:CalledVia": "c" }, "ForAllValues:Null": { "aws:SourceVpce": "false" } }"""));

    [Test]
    public void The_audience_of_a_token_is_left_alone() => Clean(
        OneStatement.Of("""{ "Federated": "arn:aws:iam::111122223333:oidc-provider/idp.example.com" }""", """{ "ForAllValues:StringEquals": { "idp.example.com:aud": "me" } }""", "\"sts:AssumeRoleWithWebIdentity\"", resource: null),
        PolicyType.Trust);
}
