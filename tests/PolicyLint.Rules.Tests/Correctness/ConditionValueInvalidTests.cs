using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ConditionValueInvalidTests : RuleTest<ConditionValueInvalid>
{
    [TestCase("sagemaker:RootAccess", "disabled", "`Enabled` or `Disabled`")]
    [TestCase("sagemaker:AppNetworkAccessType", "VPCOnly", "`PublicInternetOnly` or `VpcOnly`")]
    [TestCase("sagemaker:WorkteamType", "private", "`public-crowd`, `private-crowd` or `vendor-crowd`")]
    [TestCase("sagemaker:TaggingAction", "sagemaker:CreateEndpoint", "an action of SageMaker such as `CreateEndpoint`")]
    [TestCase("aws:SourceVpc", "vpc-123", "a VPC: `vpc-` and 8 or 17 letters and digits")]
    [TestCase("aws:SourceVpce", "vpc-0a1b2c3d", "a VPC endpoint: `vpce-` and 8 or 17 letters and digits")]
    [TestCase("sagemaker:VolumeKmsKeyArn", "alias/data", "the ARN of a KMS key: `arn:aws:kms:<region>:<account>:key/<id>`")]
    public void A_value_that_the_key_never_has_is_an_error(string key, string value, string expected) => Finds(
        OneStatement.With($$"""{ "StringEquals": { "{{key}}": [|"{{value}}"|] } }"""), $"`{key}` is never `{value}`: it is {expected}", severity: Severity.Error);

    [Test]
    public void Each_wrong_value_of_a_list_is_reported() => Finds(
        OneStatement.With("""{ "ForAllValues:StringLike": { "sagemaker:InstanceTypes": ["ml.m5.*", [|"m5.*"|], [|"p3.2xlarge"|]] } }""", effect: "Deny"),
        [
            "`sagemaker:InstanceTypes` is never `m5.*`: it is an instance type such as `ml.m5.large`",
            "`sagemaker:InstanceTypes` is never `p3.2xlarge`: it is an instance type such as `ml.m5.large`",
        ],
        type: PolicyType.Scp);

    [Test]
    public void A_Region_that_does_not_exist_is_an_error() => Finds(
        OneStatement.With("""{ "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", [|"eu-west-9"|]] } }""", effect: "Deny"),
        "`aws:RequestedRegion` is never `eu-west-9` in the catalogue of 2026-09-26: it is a Region such as `eu-west-1`");

    [Test]
    public void Pieces_of_ARNs_name_services() => Finds(
        OneStatement.With("""{ "ArnLike": { "aws:SourceArn": ["arn:aws:sns:*:*:*", [|"arn:aws:simplenotification:*:*:topic"|]] } }"""),
        "There is no service `simplenotification` in the catalogue of 2026-09-26, so no ARN is like `arn:aws:simplenotification:*:*:topic`",
        severity: Severity.Warning);

    [Test]
    public void Words_are_compared_as_the_operator_does() => Clean(OneStatement.With("""
        {
          "StringEqualsIgnoreCase": { "sagemaker:RootAccess": "disabled", "sagemaker:AppNetworkAccessType": "VPCONLY" },
          "StringLike": { "sagemaker:WorkteamType": "*-crowd", "aws:RequestedRegion": "eu-*", "aws:SourceVpc": "vpc-*", "sagemaker:VolumeKmsKeyArn": "arn:aws:kms:*:111122223333:key/*" }
        }
        """));

    [Test]
    public void Good_values_variables_and_other_keys_are_clean() => Clean(OneStatement.With("""
        {
          "StringEquals": {
            "sagemaker:RootAccess": "Disabled",
            "sagemaker:TaggingAction": "CreateEndpoint",
            "aws:SourceVpc": ["vpc-0a1b2c3d", "vpc-11223344556677889"],
            "aws:SourceVpce": "${aws:PrincipalTag/endpoint}",
            "aws:RequestedRegion": ["eu-west-1", "cn-north-1", "us-gov-west-1"],
            "aws:RequestTag/a": "anything"
          },
          "ForAnyValue:StringEquals": { "sagemaker:InstanceTypes": ["ml.m5.large", "system"], "sagemaker:VpcSubnets": "subnet-0a1b2c3d", "sagemaker:VpcSecurityGroupIds": "sg-0a1b2c3d" },
          "ArnEquals": { "sagemaker:VolumeKmsKeyArn": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", "aws:SourceArn": "arn:aws:execute-api:eu-west-1:111122223333:abc/*" }
        }
        """));

    [Test]
    public void A_value_of_a_template_cannot_be_judged() => CannotJudge(
        OneStatement.With("""{ "StringEquals": { "aws:SourceVpc": [|"{?}"|] } }"""), "the condition value is not known before deployment");

    [Test]
    public void The_service_reports_a_Region() => FindsCode(IssueCodes.InvalidRegion, OneStatement.With("""{ "StringEquals": { "aws:RequestedRegion": [|"mars-north-1"|] } }"""));

    [Test]
    public void The_service_reports_what_is_no_KMS_key() => FindsCode(IssueCodes.InvalidKmsKeyValue, OneStatement.With("""{ "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": [|"1234abcd-12ab-34cd-56ef-1234567890ab"|] } }"""));

    [Test]
    public void The_service_reports_what_is_no_VPC() => FindsCode(IssueCodes.InvalidVpcFormat, OneStatement.With("""{ "StringEquals": { "aws:SourceVpc": [|"vpc-111"|] } }"""));

    [Test]
    public void The_service_reports_what_is_no_endpoint() => FindsCode(IssueCodes.InvalidVpceFormat, OneStatement.With("""{ "StringNotEquals": { "aws:sourceVpce": [[|"vpce-1234a5678b9012c"|]] } }"""));

    [Test]
    public void The_service_reports_a_service() => FindsCode(IssueCodes.InvalidService, OneStatement.With("""{ "ArnLike": { "aws:SourceArn": [|"arn:aws:elastic-inference:*:*:elastic-inference-accelerator/*"|] } }"""));

    [Test]
    public void The_service_is_silent_about_good_values() => FindsNoCode(OneStatement.With("""
        { "StringEquals": { "aws:RequestedRegion": "eu-west-1", "aws:SourceVpc": "vpc-12345678", "aws:SourceVpce": "vpce-11223344556677889", "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:eu-west-1:111122223333:key/a" }, "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:*:*" } }
        """));
}
