using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class MalformedPolicyVariableTests : RuleTest<MalformedPolicyVariable>
{
    [TestCase("${aws:username/*", "has no closing brace")]
    [TestCase("a/${}", "is empty")]
    [TestCase("a/${ }/b", "is empty")]
    [TestCase("${aws: username}", "has a space in its name")]
    [TestCase("${ aws:username}", "has a space in its name")]
    [TestCase("${aws:PrincipalTag/team, all}", "has a default that does not stand in single quotes")]
    [TestCase("${aws:PrincipalTag/team, 'all}", "has a default that does not stand in single quotes")]
    [TestCase("${aws:PrincipalTag/team, '}", "has a default that does not stand in single quotes")]
    public void Each_mistake_is_named(string text, string complaint) => Finds(
        OneStatement.With($$"""{ "StringEquals": { "aws:RequestTag/a": [|"{{text}}"|] } }"""), $"The policy variable in `{text}` {complaint}", severity: Severity.Error);

    [TestCase("${aws:username}")]
    [TestCase("${*}")]
    [TestCase("${aws:PrincipalTag/team, 'all of us'}")]
    [TestCase("${aws:PrincipalTag/team,''}")]
    [TestCase("$ {no variable}")]
    public void Well_formed_ones_are_clean(string text) => Clean(OneStatement.On($"\"arn:aws:s3:::home/{text}\""));

    [Test]
    public void The_old_version_has_no_variables() => Clean(OneStatement.On("\"arn:aws:s3:::home/${aws:username\"", version: "2008-10-17"));

    [Test]
    public void The_service_reports_a_missing_brace() => FindsCode(IssueCodes.MissingBraceInVariable, OneStatement.On("[|\"arn:aws:s3:::home/${aws:username\"|]"));

    [Test]
    public void The_service_reports_a_missing_quote() => FindsCode(IssueCodes.MissingQuoteInVariable, OneStatement.On("[[|\"arn:aws:s3:::home/${aws:PrincipalTag/team, 'x}\"|]]"));

    [Test]
    public void The_service_reports_a_space() => FindsCode(IssueCodes.UnsupportedSpaceInVariable, OneStatement.On("[|\"arn:aws:s3:::home/${aws: username}\"|]"));

    [Test]
    public void The_service_reports_an_empty_variable() => FindsCode(IssueCodes.EmptyVariable, OneStatement.On("[|\"arn:aws:s3:::home/${}\"|]"));

    [Test]
    public void The_service_is_silent_about_well_formed_ones() => FindsNoCode(OneStatement.On("\"arn:aws:s3:::home/${aws:PrincipalTag/team, 'company-wide'}\""));
}
