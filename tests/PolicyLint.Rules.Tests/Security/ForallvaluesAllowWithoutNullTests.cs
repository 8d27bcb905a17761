using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class ForallvaluesAllowWithoutNullTests : RuleTest<ForallvaluesAllowWithoutNull>
{
    private const string Train = "\"sagemaker:CreateTrainingJob\"";

    [TestCase("sagemaker:VpcSubnets")]
    [TestCase("sagemaker:VpcSecurityGroupIds")]
    [TestCase("aws:TagKeys")]
    [TestCase("aws:PrincipalOrgPaths")]
    public void A_request_without_the_key_passes(string key) => Finds(
        OneStatement.With($$"""{ "ForAllValues:StringEquals": { [|"{{key}}"|]: "x" } }""", Train),
        $"Every request without `{key}` passes `ForAllValues:StringEquals`: add `Null` with `false` for the key",
        risk: SecuritySeverity.High);

    [Test]
    public void Instance_types_are_nearly_always_there() => Finds(
        OneStatement.With("""{ "ForAllValues:StringLike": { [|"sagemaker:InstanceTypes"|]: "ml.m5.*" } }""", Train), risk: SecuritySeverity.Low);

    [Test]
    public void Tags_of_other_services_weigh_less() => Finds(
        OneStatement.With("""{ "ForAllValues:StringEquals": { [|"aws:TagKeys"|]: "team" } }""", "\"ec2:RunInstances\""), risk: SecuritySeverity.Low);

    [Test]
    public void Null_on_another_key_does_not_help() => Finds(
        OneStatement.With("""{ "ForAllValues:StringEquals": { [|"sagemaker:VpcSubnets"|]: "subnet-0a1b2c3d" }, "Null": { "sagemaker:VpcSecurityGroupIds": "false" } }""", Train));

    [Test]
    public void With_Null_it_is_clean() => Clean(
        OneStatement.With("""{ "ForAllValues:StringEquals": { "sagemaker:VpcSubnets": ["subnet-0a1b2c3d"] }, "Null": { "SageMaker:vpcsubnets": "false" } }""", Train));

    [Test]
    public void One_tag_that_is_asked_for_is_enough() => Clean(
        OneStatement.With("""{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "cost"] }, "StringEquals": { "aws:RequestTag/team": "fraud" } }""", Train));

    [Test]
    public void Requests_that_only_tag_have_tag_keys() => Clean(
        OneStatement.With("""{ "ForAllValues:StringEquals": { "aws:TagKeys": "team" } }""", """["sagemaker:AddTags", "ec2:CreateTags"]"""));

    [Test]
    public void Optional_attachments_negations_and_other_set_operators_are_clean() => Clean(
        OneStatement.With("""{ "ForAllValues:StringEquals": { "sagemaker:NotebookInstanceLifecycleConfigArns": "x", "dynamodb:LeadingKeys": "y" }, "ForAllValues:StringNotLike": { "sagemaker:VpcSubnets": "z" }, "ForAnyValue:StringEquals": { "aws:TagKeys": "t" } }""", Train));

    [Test]
    public void Deny_is_not_reported() => Clean(OneStatement.With("""{ "ForAllValues:StringEquals": { "sagemaker:VpcSubnets": "subnet-0a1b2c3d" } }""", Train, "Deny"));
}
