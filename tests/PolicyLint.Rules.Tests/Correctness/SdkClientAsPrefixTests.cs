using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class SdkClientAsPrefixTests : RuleTest<SdkClientAsPrefix>
{
    [TestCase("sagemaker-runtime:InvokeEndpoint", "sagemaker")]
    [TestCase("SageMaker-Runtime:*", "sagemaker")]
    [TestCase("mlflow:AccessUI", "sagemaker-mlflow")]
    public void The_name_of_a_client_is_told_the_prefix(string action, string prefix) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{{action}}"|], "Resource": "*" }
        }
        """, $"`{action}` matches nothing: the prefix of these actions is `{prefix}`", severity: Severity.Error);

    [Test]
    public void The_service_knows_no_such_service_either() => FindsCode(IssueCodes.InvalidServiceInAction, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "NotAction": ["s3:*", [|"sagemaker-featurestore-runtime:GetRecord"|]], "Resource": "*" }
        }
        """);

    [TestCase("sagemaker:InvokeEndpoint")]
    [TestCase("elastic-inference:Connect")]
    [TestCase("sagmaker:InvokeEndpoint")]
    public void Real_ended_and_misspelt_services_are_not_its_matter(string action) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "*" }
        }
        """);
}
