using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class UnknownConditionKeyTests : RuleTest<UnknownConditionKey>
{
    [Test]
    public void An_unknown_global_key_is_an_error() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "StringEquals": { [|"aws:RequestdRegion"|]: "eu-west-1" } }
          }
        }
        """, "There is no condition key `aws:RequestdRegion` in the catalogue of 2026-09-26; did you mean `aws:RequestedRegion`?", severity: Severity.Error);

    [Test]
    public void An_unknown_key_of_a_service_is_a_warning() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "StringEquals": { [|"sagemaker:InstanceType"|]: "ml.m5.large" } }
          }
        }
        """, "There is no condition key `sagemaker:InstanceType` in the catalogue of 2026-09-26; did you mean `sagemaker:InstanceTypes`?", severity: Severity.Error);

    [Test]
    public void The_global_twin_of_a_key_is_named() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "StringEquals": { [|"s3:ResourceTag/team"|]: "ml" } }
          }
        }
        """, "There is no condition key `s3:ResourceTag/team` in the catalogue of 2026-09-26; did you mean `aws:ResourceTag/team`?", severity: Severity.Warning);

    [Test]
    public void A_key_without_a_prefix_is_an_error() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "IpAddress": { [|"SourceIp"|]: "203.0.113.0/24" } }
          }
        }
        """, "`SourceIp` is no condition key: a key is written prefix:name; did you mean `aws:SourceIp`?", severity: Severity.Error);

    [Test]
    public void A_tag_key_that_is_left_out_is_told() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "StringEquals": { [|"aws:ResourceTag"|]: "ml", [|"aws:RequestTag/"|]: "ml" } }
          }
        }
        """, ["`aws:ResourceTag` lacks the key of a tag: write `aws:ResourceTag/` and its name", "`aws:RequestTag/` lacks the key of a tag: write `aws:RequestTag/` and its name"], severity: Severity.Error);

    [Test]
    public void The_prefix_of_an_SDK_client_is_corrected() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "StringEquals": { [|"sagemaker-runtime:TargetModel"|]: "a" } }
          }
        }
        """, "`sagemaker-runtime:TargetModel` has a prefix that no service has; did you mean `sagemaker:TargetModel`?", severity: Severity.Warning);

    [Test]
    public void A_prefix_that_nothing_has_is_a_warning() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Deny",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "StringEquals": { [|"quantumfridge:DoorState"|]: "open" } }
          }
        }
        """, "There is no condition key `quantumfridge:DoorState` in the catalogue of 2026-09-26", severity: Severity.Warning);

    [Test]
    public void Known_keys_are_clean_in_any_case() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": {
              "StringEquals": { "AWS:requestedregion": "eu-west-1", "aws:ResourceTag/Team": "ml", "s3:prefix": "a" },
              "ForAnyValue:StringEquals": { "sagemaker:InstanceTypes": "ml.m5.large" },
              "StringLike": { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::data/*" }
            }
          }
        }
        """);

    [Test]
    public void Claims_of_identity_providers_are_not_checked() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:o/r:ref:refs/heads/main", "oidc.example.com:groups": "ml", "saml:anything": "x" } }
          }
        }
        """, PolicyType.Trust);

    [Test]
    public void Keys_of_an_ended_service_that_AWS_accepts_are_passed_over() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "StringEquals": { "deepracer:UserToken": "x" } }
          }
        }
        """);

    [Test]
    public void A_statement_without_Condition_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
        }
        """);

    [Test]
    public void A_key_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "StringEquals": { [|"sagemaker:{?}"|]: "x" } }
          }
        }
        """, "the condition key is not known before deployment");

    [Test]
    public void The_service_reports_a_global_key() => FindsCode(IssueCodes.InvalidGlobalConditionKey, OneStatement.With("""{ "StringEquals": { [|"aws:PrincipalOrgOwner"|]: "x" } }"""));

    [Test]
    public void The_service_reports_a_key_of_a_service() => FindsCode(IssueCodes.InvalidServiceConditionKey, OneStatement.With("""{ "Null": { [|"lakeformation:GlueARN"|]: "false" } }"""));

    [Test]
    public void The_service_reports_a_service() => FindsCode(IssueCodes.InvalidService, OneStatement.With("""{ "StringEquals": { [|"sagemakr:ModelArn"|]: "x" } }"""));

    [Test]
    public void The_service_reports_a_key_without_a_prefix() => FindsCode(IssueCodes.InvalidConditionKeyFormat, OneStatement.With("""{ "StringEquals": { [|"username"|]: "x" } }"""));

    [TestCase("aws:PrincipalTag")]
    [TestCase("aws:ResourceTag/")]
    [TestCase("sagemaker:ResourceTag")]
    public void The_service_reports_a_tag_without_its_key(string key) => FindsCode(IssueCodes.MissingTagKeyInCondition, OneStatement.With($$"""{ "StringEquals": { [|"{{key}}"|]: "x" } }"""));

    [Test]
    public void The_service_is_silent_about_known_keys() => FindsNoCode(
        OneStatement.With("""{ "StringEquals": { "aws:PrincipalTag/team": "x", "deepracer:UserToken": "y", "idp.example.com:sub": "z", "s3:prefix": "p" } }"""));

    [Test]
    public void Replaced_keys_are_left_to_their_own_rule() => Clean(OneStatement.With("""{ "ArnEquals": { "aws:ARN": "x" } }"""));
}
