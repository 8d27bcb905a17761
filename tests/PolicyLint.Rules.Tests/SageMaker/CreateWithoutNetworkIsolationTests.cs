using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class CreateWithoutNetworkIsolationTests : RuleTest<CreateWithoutNetworkIsolation>
{
    [Test]
    public void A_missing_condition_is_found() => Finds(Policy("""
        "Action": [|"sagemaker:CreateModel"|], "Resource": "*"
        """), "`CreateModel` may run with a network and with credentials: nothing asks for `sagemaker:NetworkIsolation=true`", risk: SecuritySeverity.Low);

    [TestCase("SAGEMAKER:CREATEMODEL")]
    [TestCase("sagemaker:CreateMode?")]
    [TestCase("sagemaker:CreateModel**")]
    public void Every_spelling_is_found(string action) => Finds(Policy($$"""
        "Action": [|"{{action}}"|], "Resource": "*"
        """));

    [TestCase(""" { "Bool": { "sagemaker:NetworkIsolation": "false" } } """)]
    [TestCase(""" { "Bool": { "sagemaker:NetworkIsolation": ["true", "false"] } } """)]
    [TestCase(""" { "BoolIfExists": { "sagemaker:NetworkIsolation": "true" } } """)]
    [TestCase(""" { "Null": { "sagemaker:NetworkIsolation": "false" } } """)]
    [TestCase(""" { "Bool": { "aws:SecureTransport": "true" } } """)]
    public void A_condition_that_sets_no_limit_is_found(string condition) => Finds(Policy($$"""
        "Action": [|"sagemaker:CreateModel"|], "Resource": "*", "Condition": {{condition}}
        """));

    [TestCase(""" { "Bool": { "sagemaker:NetworkIsolation": "true" } } """)]
    [TestCase(""" { "bool": { "SAGEMAKER:NETWORKISOLATION": true } } """)]
    public void True_is_clean(string condition) => Clean(Policy($$"""
        "Action": "sagemaker:CreateModel", "Resource": "*", "Condition": {{condition}}
        """));

    [TestCase(""" "Action": "sagemaker:*", "Resource": "*", "Condition": { "Bool": { "sagemaker:NetworkIsolation": "false" } } """)]
    [TestCase(""" "Action": "sagemaker:*", "Resource": "*", "Condition": { "StringNotEquals": { "sagemaker:NetworkIsolation": "true" } } """)]
    public void A_Deny_of_the_others_is_clean(string deny) => Clean(Policy("""
        "Action": "sagemaker:CreateModel", "Resource": "*"
        """, $$""", { "Effect": "Deny", {{deny}} }"""));

    [TestCase(""" "Action": "sagemaker:*", "Resource": "*", "Condition": { "Bool": { "sagemaker:NetworkIsolation": "true" } } """)]
    public void A_Deny_of_what_is_wanted_is_not_enough(string deny) => Finds(Policy("""
        "Action": [|"sagemaker:CreateModel"|], "Resource": "*"
        """, $$""", { "Effect": "Deny", {{deny}} }"""));

    [TestCase(""" "Action": "sagemaker:CreateAutoMLJob", "Resource": "*" """)]
    public void Operations_without_the_key_are_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_condition_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": "sagemaker:CreateModel", "Resource": "*", "Condition": { "Bool": { [|"sagemaker:NetworkIsolation"|]: "{?}" } }
        """), "what the condition asks for is not known before deployment");

    private static string Policy(string elements, string more = "") => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", {{elements}} }{{more}}]
        }
        """;
}
