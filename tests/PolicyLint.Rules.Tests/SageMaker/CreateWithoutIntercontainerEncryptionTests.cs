using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class CreateWithoutIntercontainerEncryptionTests : RuleTest<CreateWithoutIntercontainerEncryption>
{
    [Test]
    public void A_missing_condition_is_found() => Finds(Policy("""
        "Action": [|"sagemaker:CreateProcessingJob"|], "Resource": "*"
        """), "`CreateProcessingJob` may exchange data between machines in the clear: nothing asks for `sagemaker:InterContainerTrafficEncryption=true`", risk: SecuritySeverity.Low);

    [TestCase("SAGEMAKER:CREATEPROCESSINGJOB")]
    [TestCase("sagemaker:CreateProcessingJo?")]
    [TestCase("sagemaker:CreateProcessingJob**")]
    public void Every_spelling_is_found(string action) => Finds(Policy($$"""
        "Action": [|"{{action}}"|], "Resource": "*"
        """));

    [TestCase(""" { "Bool": { "sagemaker:InterContainerTrafficEncryption": "false" } } """)]
    [TestCase(""" { "Bool": { "sagemaker:InterContainerTrafficEncryption": ["true", "false"] } } """)]
    [TestCase(""" { "BoolIfExists": { "sagemaker:InterContainerTrafficEncryption": "true" } } """)]
    [TestCase(""" { "Null": { "sagemaker:InterContainerTrafficEncryption": "false" } } """)]
    [TestCase(""" { "Bool": { "aws:SecureTransport": "true" } } """)]
    public void A_condition_that_sets_no_limit_is_found(string condition) => Finds(Policy($$"""
        "Action": [|"sagemaker:CreateProcessingJob"|], "Resource": "*", "Condition": {{condition}}
        """));

    [TestCase(""" { "Bool": { "sagemaker:InterContainerTrafficEncryption": "true" } } """)]
    [TestCase(""" { "bool": { "SAGEMAKER:INTERCONTAINERTRAFFICENCRYPTION": true } } """)]
    public void True_is_clean(string condition) => Clean(Policy($$"""
        "Action": "sagemaker:CreateProcessingJob", "Resource": "*", "Condition": {{condition}}
        """));

    [TestCase(""" "Action": "sagemaker:*", "Resource": "*", "Condition": { "Bool": { "sagemaker:InterContainerTrafficEncryption": "false" } } """)]
    [TestCase(""" "Action": "sagemaker:*", "Resource": "*", "Condition": { "StringNotEquals": { "sagemaker:InterContainerTrafficEncryption": "true" } } """)]
    public void A_Deny_of_the_others_is_clean(string deny) => Clean(Policy("""
        "Action": "sagemaker:CreateProcessingJob", "Resource": "*"
        """, $$""", { "Effect": "Deny", {{deny}} }"""));

    [TestCase(""" "Action": "sagemaker:*", "Resource": "*", "Condition": { "Bool": { "sagemaker:InterContainerTrafficEncryption": "true" } } """)]
    public void A_Deny_of_what_is_wanted_is_not_enough(string deny) => Finds(Policy("""
        "Action": [|"sagemaker:CreateProcessingJob"|], "Resource": "*"
        """, $$""", { "Effect": "Deny", {{deny}} }"""));

    [TestCase(""" "Action": "sagemaker:CreateModel", "Resource": "*" """)]
    public void Operations_without_the_key_are_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_condition_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": "sagemaker:CreateProcessingJob", "Resource": "*", "Condition": { "Bool": { [|"sagemaker:InterContainerTrafficEncryption"|]: "{?}" } }
        """), "what the condition asks for is not known before deployment");

    private static string Policy(string elements, string more = "") => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", {{elements}} }{{more}}]
        }
        """;
}
