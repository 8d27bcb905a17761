using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class UnknownActionTests : RuleTest<UnknownAction>
{
    [Test]
    public void A_misspelled_action_is_an_error() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:CreateFlowDefiniton"|], "Resource": "*" }
        }
        """, "`sagemaker:CreateFlowDefiniton` is no action in the catalogue of 2026-09-26; did you mean `sagemaker:CreateFlowDefinition`?", severity: Severity.Error);

    [Test]
    public void An_API_operation_is_told_the_action_that_authorises_it() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [[|"s3:ListBuckets"|], [|"s3:ListObjectsV2"|], [|"s3:HeadObject"|], [|"s3:PutBucketEncryption"|], [|"lambda:GetLayerVersionByArn"|], [|"lambda:Invoke"|]], "Resource": "*" }
        }
        """,
        [
            "`s3:ListBuckets` is an API operation and no action: `s3:ListAllMyBuckets` is what authorises it",
            "`s3:ListObjectsV2` is an API operation and no action: `s3:ListBucket` is what authorises it",
            "`s3:HeadObject` is an API operation and no action: `s3:GetObject` is what authorises it",
            "`s3:PutBucketEncryption` is an API operation and no action: `s3:PutEncryptionConfiguration` is what authorises it",
            "`lambda:GetLayerVersionByArn` is an API operation and no action: `lambda:GetLayerVersion` is what authorises it",
            "`lambda:Invoke` is an API operation and no action: `lambda:InvokeFunction` is what authorises it",
        ], severity: Severity.Error);

    [Test]
    public void A_name_that_resembles_nothing_may_be_newer_than_the_catalogue() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"s3:PolishTheSilverware"|], "Resource": "*" }
        }
        """, "`s3:PolishTheSilverware` is no action in the catalogue of 2026-09-26", severity: Severity.Warning);

    [Test]
    public void An_action_of_another_service_is_pointed_to() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"cloudwatch:PutLogEvents"|], "Resource": "*" }
        }
        """, "`cloudwatch:PutLogEvents` is no action in the catalogue of 2026-09-26; there is `logs:PutLogEvents`", severity: Severity.Warning);

    [Test]
    public void Operations_of_API_Gateway_are_told_of_its_methods() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"apigateway:CreateRestApi"|], "Resource": "*" }
        }
        """, "`apigateway:CreateRestApi` is no action in the catalogue of 2026-09-26: API Gateway's actions are HTTP methods, such as `apigateway:POST`", severity: Severity.Error);

    [Test]
    public void Deny_and_NotAction_are_looked_at_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "NotAction": [|"s3:DeletObject"|], "Resource": "*" }
        }
        """);

    [Test]
    public void Known_actions_are_clean_in_any_case() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["sagemaker:createendpoint", "S3:GETOBJECT", "s3:Get*", "*"], "Resource": "*" }
        }
        """);

    [Test]
    public void A_pattern_is_not_its_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:Polish*", "Resource": "*" }
        }
        """);

    [Test]
    public void A_name_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"s3:{?}"|], "Resource": "*" }
        }
        """, "the action is not known before deployment");

    [Test]
    public void The_service_has_a_code_for_it() => FindsCode(IssueCodes.InvalidAction, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "NotAction": ["s3:ListBucket", [|"s3:ListBuckets"|]], "Resource": "*" }
        }
        """);

    [Test]
    public void The_service_is_silent_on_what_exists() => FindsNoCode("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*" }
        }
        """);
}
