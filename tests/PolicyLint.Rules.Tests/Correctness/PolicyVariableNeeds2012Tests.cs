using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class PolicyVariableNeeds2012Tests : RuleTest<PolicyVariableNeeds2012>
{
    [Test]
    public void Variables_of_the_old_version_are_an_error() => Finds(
        OneStatement.With("""{ "StringEquals": { "aws:RequestTag/owner": ["x", [|"${aws:username}"|]] } }""", resource: """[|"arn:aws:s3:::home/${aws:username}/*"|]""", version: "2008-10-17"),
        "`${aws:username}` is no variable without `\"Version\": \"2012-10-17\"`, but these very letters",
        severity: Severity.Error);

    [Test]
    public void Without_a_Version_there_are_no_variables() => Finds("""
        { "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [|"arn:aws:s3:::home/${saml:sub}/${*}"|] } }
        """);

    [Test]
    public void An_unknown_name_is_a_warning() => Finds(
        OneStatement.On("""[|"arn:aws:s3:::home/${aws:UserNam}/*"|]"""),
        "There is no condition key `aws:UserNam` in the catalogue of 2026-09-26, so the variable of this name has no value",
        severity: Severity.Warning);

    [Test]
    public void Variables_of_2012_are_clean() => Clean(
        OneStatement.On("""["arn:aws:s3:::home/${aws:username}/*", "arn:aws:s3:::${aws:PrincipalTag/team, 'all'}/${*}", "arn:aws:sagemaker:*:*:app/${sagemaker:DomainId}/*", "arn:aws:s3:::${transfer:HomeFolder}"]"""));

    [Test]
    public void Parameters_of_a_template_are_left_alone() => Clean(OneStatement.On("""["arn:aws:s3:::${Bucket}/*", "arn:aws:s3:::${AWS::AccountId}/*"]""", version: "2008-10-17"));

    [Test]
    public void The_service_reports_each_value() => FindsCode(IssueCodes.VariableUnsupportedInVersion, OneStatement.On("""[[|"arn:aws:s3:::home/${aws:username}"|], "arn:aws:s3:::home"]""", version: "2008-10-17"));

    [Test]
    public void The_service_is_silent_with_2012_and_about_names() => FindsNoCode(OneStatement.On("""["arn:aws:s3:::home/${aws:username}", "arn:aws:s3:::home/${aws:UserNam}"]"""));
}
