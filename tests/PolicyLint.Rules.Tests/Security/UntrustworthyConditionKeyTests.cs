using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class UntrustworthyConditionKeyTests : RuleTest<UntrustworthyConditionKey>
{
    [Test]
    public void Headers_are_what_the_caller_writes() => Finds(
        OneStatement.Of("\"*\"", """{ "StringLike": { [|"aws:referer"|]: "https://www.example.com/*" }, "StringNotLike": { [|"aws:UserAgent"|]: "*bot*" } }"""),
        ["`aws:referer` is what the caller writes into the request, so this keeps nobody out", "`aws:UserAgent` is what the caller writes into the request, so this keeps nobody out"],
        PolicyType.Resource, risk: SecuritySeverity.Low);

    [Test]
    public void What_AWS_sets_is_clean() => Clean(OneStatement.With("""{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:SourceIdentity": "me" } }"""));

    [Test]
    public void The_service_reports_the_key() => FindsCode(IssueCodes.UntrustworthyConditionKey, OneStatement.With("""{ "StringEquals": { [|"aws:UserAgent"|]: "x" } }""", effect: "Deny"));

    [Test]
    public void The_service_is_silent_about_other_keys() => FindsNoCode(OneStatement.With("""{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }"""));
}
