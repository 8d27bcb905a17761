using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class SageMakerArnUppercaseTests : RuleTest<SageMakerArnUppercase>
{
    private const string Arn = "arn:aws:sagemaker:us-east-1:111122223333:";

    [TestCase("endpoint/FraudProd")]
    [TestCase("endpoint/*SageMaker*")]
    [TestCase("endpoint/${aws:PrincipalTag/Team}-Prod")]
    public void A_name_with_upper_case_letters_is_a_warning(string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:InvokeEndpoint", "Resource": [|"{{Arn}}{{resource}}"|] }
        }
        """, $"`{Arn}{resource}` may match nothing: SageMaker writes most names in small letters into its ARNs", severity: Severity.Warning);

    [Test]
    public void A_type_with_upper_case_letters_is_an_error() => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:InvokeEndpoint", "Resource": [|"{{Arn}}Endpoint/fraud"|] }
        }
        """, $"`{Arn}Endpoint/fraud` never matches: types of SageMaker's resources are in lower case", severity: Severity.Error);

    [TestCase("\"endpoint/FraudProd\", \"endpoint/fraudprod\"")]
    [TestCase("\"endpoint/FraudProd\", \"endpoint/fraud*\"")]
    [TestCase("\"endpoint/fraud-prod\", \"endpoint/*\"")]
    [TestCase("\"endpoint/${aws:PrincipalTag/Team}-prod\"")]
    [TestCase("\"endpoint/<ENDPOINT>\"")]
    public void The_twin_in_small_letters_clears_it(string resources) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:InvokeEndpoint", "Resource": [{{resources.Replace("\"endpoint", $"\"{Arn}endpoint", StringComparison.Ordinal)}}] }
        }
        """);

    [TestCase("arn:aws:sagemaker:us-east-1:aws:hub/SageMakerPublicHub")]
    [TestCase("arn:aws:s3:::SageMaker-Data")]
    [TestCase("*")]
    public void Resources_of_AWS_and_of_other_services_are_clean(string resource) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:DescribeHub", "Resource": "{{resource}}" }
        }
        """);
}
