using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class MissingCompanionResourceTests : RuleTest<MissingCompanionResource>
{
    private const string Arn = "arn:aws:sagemaker:us-east-1:111122223333:";

    [TestCase("sagemaker:CreateEndpoint", "endpoint/fraud")]
    [TestCase("SageMaker:createendpoint", "endpoint-config/fraud")]
    [TestCase("sagemaker:CreateInferenceComponent", "inference-component/fraud")]
    [TestCase("sagemaker:DescribeHubContent", "hub/fraud")]
    public void One_resource_without_the_other_is_an_error(string action, string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", [|"{{action}}"|]], "Resource": (|["{{Arn}}{{resource}}"]|) }
        }
        """, severity: Severity.Error);

    [Test]
    public void The_message_names_both() => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:UpdateEndpoint"|], "Resource": "{{Arn}}endpoint/fraud-*" }
        }
        """, "`sagemaker:UpdateEndpoint` is allowed on `endpoint` only, and needs `endpoint-config` too, `arn:${Partition}:sagemaker:${Region}:${Account}:endpoint-config/${EndpointConfigName}`");

    [TestCase("\"arn:aws:sagemaker:us-east-1:111122223333:endpoint/a\", \"arn:aws:sagemaker:us-east-1:111122223333:endpoint-config/a\"")]
    [TestCase("\"arn:aws:sagemaker:us-east-1:111122223333:endpoint*\"")]
    [TestCase("\"*\"")]
    [TestCase("\"arn:aws:sagemaker:us-east-1:111122223333:model/a\"")]
    public void Both_or_neither_is_clean(string resources) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:CreateEndpoint", "Resource": [{{resources}}] }
        }
        """);

    [Test]
    public void Another_statement_may_name_the_other() => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:CreateEndpoint", "Resource": "{{Arn}}endpoint/fraud" },
            { "Effect": "Allow", "Action": "sagemaker:Create*", "Resource": "{{Arn}}endpoint-config/*" }
          ]
        }
        """);

    [Test]
    public void A_resource_of_a_template_may_be_the_other() => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:CreateEndpoint", "Resource": ["{{Arn}}endpoint/fraud", "{?}"] }
        }
        """);

    [Test]
    public void Deny_is_not_reported() => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "sagemaker:CreateEndpoint", "Resource": "{{Arn}}endpoint/fraud" }
        }
        """);
}
