using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class PolicyVariableOutOfPlaceTests : RuleTest<PolicyVariableOutOfPlace>
{
    [Test]
    public void Elements_without_variables_are_reported() => Finds(
        OneStatement.Of("""{ "AWS": [[|"arn:aws:iam::${aws:PrincipalAccount}:root"|]] }""", """{ "StringEquals": { "aws:RequestTag/a": "${aws:username}" } }""", """["s3:GetObject", [|"s3:${aws:PrincipalTag/verb}"|]]"""),
        ["`${aws:PrincipalAccount}` is replaced in Resource and Condition only", "`${aws:PrincipalTag/verb}` is replaced in Resource and Condition only"],
        PolicyType.Resource);

    [Test]
    public void Operators_without_variables_are_reported() => Finds(
        OneStatement.With("""{ "NumericLessThan": { "s3:max-keys": [|"${aws:PrincipalTag/max}"|] }, "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", [|"${aws:PrincipalTag/ip}"|]] } }"""),
        [
            "`NumericLessThan` does not replace `${aws:PrincipalTag/max}`: only String and Arn operators do",
            "`IpAddress` does not replace `${aws:PrincipalTag/ip}`: only String and Arn operators do",
        ]);

    [Test]
    public void Where_variables_are_replaced_is_clean() => Clean(
        OneStatement.With("""{ "StringLike": { "aws:RequestTag/a": "${aws:username}*" }, "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::${aws:PrincipalAccount}:role/*" } }""", resource: "\"arn:aws:s3:::home/${aws:username}\""));

    [Test]
    public void Parameters_of_a_template_are_left_alone() => Clean(
        OneStatement.Of("""{ "AWS": "arn:aws:iam::${AWS::AccountId}:root" }""", """{ "NumericLessThan": { "s3:max-keys": "${MaxKeys}" } }"""), PolicyType.Resource);

    [Test]
    public void The_service_reports_an_element() => FindsCode(IssueCodes.VariableUnsupportedInElement,
        OneStatement.With("""{ "StringEquals": { "aws:RequestTag/a": "b" } }""", action: "[|\"s3:${aws:PrincipalTag/verb}\"|]"));

    [Test]
    public void The_service_reports_an_operator() => FindsCode(IssueCodes.InvalidVariableForOperator, OneStatement.With("""{ "Bool": { "aws:SecureTransport": [|"${aws:PrincipalTag/tls}"|] } }"""));

    [Test]
    public void The_service_is_silent_about_strings() => FindsNoCode(OneStatement.With("""{ "StringEqualsIfExists": { "aws:RequestTag/a": "${aws:username}" } }"""));
}
