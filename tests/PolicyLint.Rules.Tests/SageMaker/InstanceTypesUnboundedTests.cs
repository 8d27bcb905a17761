using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class InstanceTypesUnboundedTests : RuleTest<InstanceTypesUnbounded>
{
    [Test]
    public void A_job_of_any_type_is_found() => Finds(Policy("""
        "Action": [|"sagemaker:CreateTrainingJob"|], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/fraud-*"
        """), "`CreateTrainingJob` may start machines of any type: nothing asks for `sagemaker:InstanceTypes`", risk: SecuritySeverity.Low);

    [TestCase("SAGEMAKER:CREATETRAININGJOB")]
    [TestCase("sagemaker:CreateTrainingJo?")]
    [TestCase("sagemaker:CreateTrainingJob**")]
    public void Every_spelling_is_found(string action) => Finds(Policy($$"""
        "Action": [|"{{action}}"|], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/fraud-*"
        """));

    [TestCase(""" { "ForAllValues:StringLike": { "sagemaker:InstanceTypes": ["ml.m5.*", "*"] } } """)]
    [TestCase(""" { "Null": { "sagemaker:InstanceTypes": "false" } } """)]
    [TestCase(""" { "StringEquals": { "aws:RequestTag/team": "fraud" } } """)]
    public void A_condition_that_sets_no_limit_is_found(string condition) => Finds(Policy($$"""
        "Action": [|"sagemaker:CreateTrainingJob"|], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/fraud-*", "Condition": {{condition}}
        """));

    [TestCase(""" { "ForAllValues:StringLike": { "sagemaker:InstanceTypes": ["ml.m5.*", "ml.g5.xlarge"] }, "Null": { "sagemaker:InstanceTypes": "false" } } """)]
    [TestCase(""" { "ForAnyValue:StringEquals": { "sagemaker:InstanceTypes": "{?}" } } """)]
    [TestCase(""" { "ForAllValues:StringNotLike": { "sagemaker:InstanceTypes": "ml.p*" } } """)]
    public void A_limit_is_clean(string condition) => Clean(Policy($$"""
        "Action": "sagemaker:CreateTrainingJob", "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/fraud-*", "Condition": {{condition}}
        """));

    [Test]
    public void What_a_Deny_forgets_is_found() => Finds(Policy("""
        "Action": ["sagemaker:CreateTrainingJob", [|"sagemaker:CreateTransformJob"|]], "Resource": "*"
        """, """
        , { "Effect": "Deny", "Action": "sagemaker:CreateTrainingJob", "Resource": "*", "Condition": { "ForAnyValue:StringNotLike": { "sagemaker:InstanceTypes": "ml.m5.*" } } }
        """), "`CreateTransformJob` may start machines of any type: nothing asks for `sagemaker:InstanceTypes`");

    [TestCase(""" "Action": ["sagemaker:CreateInferenceRecommendationsJob", "sagemaker:BatchAddClusterNodes"], "Resource": "*" """)]
    public void Operations_without_the_key_are_clean(string elements) => Clean(Policy(elements));

    private static string Policy(string elements, string more = "") => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", {{elements}} }{{more}}]
        }
        """;
}
