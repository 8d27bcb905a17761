using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class CreateWithoutKmsTests : RuleTest<CreateWithoutKms>
{
    [Test]
    public void Both_keys_are_asked_for() => Finds(Policy("""
        "Action": [|"sagemaker:CreateTransformJob"|], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:transform-job/fraud-*"
        """), "`CreateTransformJob` may write without an encryption key of one's own: nothing asks for `sagemaker:VolumeKmsKeyArn` and `sagemaker:OutputKmsKeyArn`", risk: SecuritySeverity.Medium);

    [Test]
    public void The_key_that_is_missing_is_named() => Finds(Policy("""
        "Action": [|"sagemaker:CreateTransformJob"|], "Resource": "*", "Condition": { "Null": { "sagemaker:VolumeKmsKeyArn": "false" } }
        """), "`CreateTransformJob` may write without an encryption key of one's own: nothing asks for `sagemaker:OutputKmsKeyArn`");

    [Test]
    public void A_key_is_asked_only_of_who_knows_it() => Finds(Policy("""
        "Action": [|"sagemaker:CreateEndpointConfig"|], "Resource": "*"
        """), "`CreateEndpointConfig` may write without an encryption key of one's own: nothing asks for `sagemaker:VolumeKmsKeyArn`");

    [Test]
    public void Types_with_a_disk_take_no_volume_key() => Finds(Policy("""
        "Action": [|"sagemaker:CreateTrainingJob"|], "Resource": "*", "Condition": { "ForAllValues:StringLike": { "sagemaker:InstanceTypes": ["ml.g5.*", "ml.p4d.24xlarge"] } }
        """), "`CreateTrainingJob` may write without an encryption key of one's own: nothing asks for `sagemaker:OutputKmsKeyArn`");

    [Test]
    public void Types_with_and_without_a_disk_need_the_volume_key() => Finds(Policy("""
        "Action": [|"sagemaker:CreateEndpointConfig"|], "Resource": "*", "Condition": { "ForAllValues:StringLike": { "sagemaker:InstanceTypes": ["ml.g5.*", "ml.m5.large"] } }
        """));

    [TestCase("SAGEMAKER:CREATETRANSFORMJOB")]
    [TestCase("sagemaker:CreateTransformJo?")]
    [TestCase("sagemaker:CreateTransformJob**")]
    public void Every_spelling_is_found(string action) => Finds(Policy($$"""
        "Action": [|"{{action}}"|], "Resource": "*"
        """));

    [TestCase(""" { "ArnEquals": { "sagemaker:VolumeKmsKeyArn": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", "sagemaker:OutputKmsKeyArn": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" } } """)]
    [TestCase(""" { "Null": { "sagemaker:VolumeKmsKeyArn": "false", "sagemaker:OutputKmsKeyArn": "false" } } """)]
    [TestCase(""" { "Null": { "sagemaker:VolumeKmsKey": "false", "sagemaker:OutputKmsKey": "false" } } """)]
    public void Both_keys_in_the_condition_are_clean(string condition) => Clean(Policy($$"""
        "Action": "sagemaker:CreateTransformJob", "Resource": "*", "Condition": {{condition}}
        """));

    [TestCase(""" "Action": ["sagemaker:CreateCompilationJob", "sagemaker:CreateModelPackage", "sagemaker:CreateCluster"], "Resource": "*" """)]
    public void Operations_without_the_keys_are_clean(string elements) => Clean(Policy(elements));

    private static string Policy(string elements, string more = "") => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", {{elements}} }{{more}}]
        }
        """;
}
