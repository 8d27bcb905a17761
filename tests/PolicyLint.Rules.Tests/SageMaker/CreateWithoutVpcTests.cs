using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class CreateWithoutVpcTests : RuleTest<CreateWithoutVpc>
{
    [Test]
    public void A_job_without_a_VPC_is_found() => Finds(Policy("""
        "Action": [|"sagemaker:CreateTrainingJob"|], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/fraud-*"
        """), "`CreateTrainingJob` may run outside a VPC: nothing asks for `sagemaker:VpcSubnets`", risk: SecuritySeverity.Medium);

    [Test]
    public void Several_operations_are_one_finding() => Finds(Policy("""
        "Action": [|["sagemaker:CreateModel", "sagemaker:CreateDomain", "sagemaker:DeleteModel"]|], "Resource": "*"
        """), "`CreateDomain` and `CreateModel` may run outside a VPC: nothing asks for `sagemaker:VpcSubnets`");

    [TestCase("SAGEMAKER:CREATETRAININGJOB")]
    [TestCase("sagemaker:CreateTrainingJo?")]
    [TestCase("sagemaker:CreateTrainingJob**")]
    public void Every_spelling_is_found(string action) => Finds(Policy($$"""
        "Action": [|"{{action}}"|], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/fraud-*"
        """));

    [Test]
    public void NotAction_is_found() => Finds(Policy("""
        "NotAction": [|"s3:*"|], "Resource": "*"
        """));

    [TestCase(""" { "ForAllValues:StringEquals": { "sagemaker:VpcSubnets": "subnet-0a1b2c3d" } } """)]
    [TestCase(""" { "StringEqualsIfExists": { "sagemaker:VpcSubnets": "subnet-0a1b2c3d" } } """)]
    [TestCase(""" { "ForAllValues:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-0a1b2c3d" } } """)]
    [TestCase(""" { "Null": { "sagemaker:VpcSubnets": "true" } } """)]
    [TestCase(""" { "Bool": { "aws:SecureTransport": "true" } } """)]
    [TestCase(""" { "StringEquals": { "aws:RequestTag/team": "fraud" } } """)]
    public void A_condition_that_lets_jobs_without_a_VPC_pass_is_found(string condition) => Finds(Policy($$"""
        "Action": [|"sagemaker:CreateTrainingJob"|], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/fraud-*", "Condition": {{condition}}
        """));

    [TestCase(""" { "Null": { "sagemaker:VpcSubnets": "false" } } """)]
    [TestCase(""" { "ForAnyValue:StringEquals": { "sagemaker:VpcSubnets": ["subnet-0a1b2c3d"] } } """)]
    [TestCase(""" { "ForAllValues:StringEquals": { "sagemaker:VpcSecurityGroupIds": "sg-0a1b2c3d" }, "Null": { "sagemaker:VpcSecurityGroupIds": false } } """)]
    [TestCase(""" { "ForAnyValue:StringEquals": { "sagemaker:VpcSubnets": "{?}" } } """)]
    public void A_condition_that_asks_for_a_VPC_is_clean(string condition) => Clean(Policy($$"""
        "Action": "sagemaker:CreateTrainingJob", "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/fraud-*", "Condition": {{condition}}
        """));

    [TestCase(""" "Action": "sagemaker:Create*", "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" } } """)]
    [TestCase(""" "Action": "sagemaker:CreateTrainingJob", "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/fraud-*", "Condition": { "Null": { "sagemaker:VpcSubnets": true } } """)]
    [TestCase(""" "Action": "*", "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" }, "StringNotEqualsIfExists": { "aws:PrincipalTag/exempt": "true" } } """)]
    public void A_Deny_without_a_VPC_is_clean(string deny) => Clean(Policy("""
        "Action": "sagemaker:CreateTrainingJob", "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/fraud-*"
        """, $$""", { "Effect": "Deny", {{deny}} }"""));

    [TestCase(""" "Action": "sagemaker:CreateModel", "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" } } """)]
    [TestCase(""" "Action": "sagemaker:CreateTrainingJob", "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/other", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" } } """)]
    [TestCase(""" "Action": "sagemaker:CreateTrainingJob", "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" }, "Bool": { "sagemaker:NetworkIsolation": "false" } } """)]
    [TestCase(""" "Action": "sagemaker:CreateTrainingJob", "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "false" } } """)]
    public void A_Deny_of_something_else_is_not_enough(string deny) => Finds(Policy("""
        "Action": [|"sagemaker:CreateTrainingJob"|], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/fraud-*"
        """, $$""", { "Effect": "Deny", {{deny}} }"""));

    [Test]
    public void What_a_Deny_forgets_is_found() => Finds(Policy("""
        "Action": ["sagemaker:CreateTrainingJob", [|"sagemaker:CreateProcessingJob"|]], "Resource": "*"
        """, """
        , { "Effect": "Deny", "Action": "sagemaker:CreateTrainingJob", "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" } } }
        """), "`CreateProcessingJob` may run outside a VPC: nothing asks for `sagemaker:VpcSubnets`");

    [TestCase(""" "Action": ["sagemaker:CreateEndpoint", "sagemaker:CreateCompilationJob"], "Resource": "*" """)]
    [TestCase(""" "Action": "sagemaker:CreateTrainingJob", "Resource": "arn:aws:sagemaker:us-east-1:111122223333:endpoint/fraud" """)]
    public void Operations_without_the_key_are_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void An_SCP_is_left_alone() => Clean(Policy("""
        "Action": "*", "Resource": "*"
        """), PolicyType.Scp);

    private static string Policy(string elements, string more = "") => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", {{elements}} }{{more}}]
        }
        """;
}
