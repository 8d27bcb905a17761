using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class EndpointKeyForUnsupportedServiceTests : RuleTest<EndpointKeyForUnsupportedService>
{
    [Test]
    public void Services_without_the_key_are_named() => Finds(
        OneStatement.With("""{ "StringEquals": { [|"aws:VpceAccount"|]: "111122223333" } }""", """["s3:GetObject", "sagemaker:InvokeEndpoint", "sqs:*"]"""),
        "Requests to `sagemaker` and `sqs` never have `aws:VpceAccount`");

    [Test]
    public void Passing_a_role_is_the_exception_of_IAM() => Finds(
        OneStatement.With("""{ "StringEquals": { [|"aws:VpceOrgID"|]: "o-a1b2c3d4e5" } }""", """["iam:GetRole", "iam:PassRole"]"""), "Requests to `iam` never have `aws:VpceOrgID`");

    [Test]
    public void All_actions_are_too_many() => Finds(
        OneStatement.With("""{ "StringNotEqualsIfExists": { [|"aws:VpceOrgID"|]: "o-a1b2c3d4e5" } }""", "\"*\"", effect: "Deny"),
        "Only some services have `aws:VpceOrgID`, and this is about all of them: name the actions", type: PolicyType.Scp);

    [Test]
    public void Services_with_the_key_are_clean() => Clean(OneStatement.With("""{ "StringEquals": { "aws:VpceOrgID": "o-a1b2c3d4e5", "aws:SourceVpc": "vpc-0a1b2c3d" } }""", """["s3:*", "kms:Decrypt", "sqs:SendMessage"]"""));

    [Test]
    public void The_service_reports_the_key() => FindsCode(IssueCodes.UseConditionKeyOnlyWithSupportedServices,
        OneStatement.With("""{ "ForAnyValue:StringLike": { [|"aws:VpceOrgPaths"|]: "o-a1b2c3d4e5/*" } }""", "\"ec2:RunInstances\""));

    [Test]
    public void The_service_is_silent_about_supported_services() => FindsNoCode(OneStatement.With("""{ "StringEquals": { "aws:VpceAccount": "111122223333" } }"""));
}
