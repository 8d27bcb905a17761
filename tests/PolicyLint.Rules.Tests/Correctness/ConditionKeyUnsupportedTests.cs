using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ConditionKeyUnsupportedTests : RuleTest<ConditionKeyUnsupported>
{
    [TestCase("Allow", "StringEquals", "never allows them")]
    [TestCase("Allow", "StringNotEquals", "allows them without this guard")]
    [TestCase("Allow", "ForAllValues:StringEquals", "allows them without this guard")]
    [TestCase("Deny", "ForAnyValue:StringEquals", "never denies them")]
    [TestCase("Deny", "ForAllValues:StringNotEquals", "denies them whatever its value")]
    public void What_becomes_of_an_action_without_the_key(string effect, string name, string outcome) => Finds(
        OneStatement.With($$"""{ "{{name}}": { [|"sagemaker:VpcSubnets"|]: "subnet-0a1b2c3d" } }""", """["sagemaker:CreateTrainingJob", (|"sagemaker:CreateTransformJob"|)]""", effect),
        $"Requests for `sagemaker:CreateTransformJob` never have `sagemaker:VpcSubnets`, so this {outcome}",
        severity: Severity.Error);

    [Test]
    public void With_Null_it_is_the_value_that_decides() => Finds(
        OneStatement.With("""{ "Null": { [|"sagemaker:VpcSubnets"|]: "true" } }""", "(|\"SageMaker:CreateCompilationJob\"|)", "Deny"),
        "Requests for `sagemaker:CreateCompilationJob` never have `sagemaker:VpcSubnets`, so this denies them whatever its value", type: PolicyType.Scp);

    [Test]
    public void With_IfExists_it_is_a_suggestion() => Finds(
        OneStatement.With("""{ "StringEqualsIfExists": { [|"sagemaker:WorkteamType"|]: "vendor-crowd" } }""", "(|\"sagemaker:DeleteFlowDefinition\"|)"), severity: Severity.Suggestion);

    [Test]
    public void A_wildcard_that_lets_actions_through_is_reported() => Finds(
        OneStatement.With("""{ "ForAllValues:StringLike": { [|"sagemaker:InstanceTypes"|]: "ml.m5.*" } }""", "(|\"sagemaker:CreateM*\"|)", resource: "\"arn:aws:sagemaker:*:*:model/*\""),
        "Requests for `sagemaker:CreateModel` never have `sagemaker:InstanceTypes`, so this allows them without this guard");

    [Test]
    public void A_wildcard_holds_more_than_what_is_meant() => Clean(
        OneStatement.With("""{ "ForAnyValue:StringLike": { "sagemaker:InstanceTypes": "ml.m5.*" } }""", "\"sagemaker:Create*\""));

    [Test]
    public void What_another_term_keeps_out_is_not_let_through() => Clean(
        OneStatement.With("""{ "ForAllValues:StringLike": { "sagemaker:InstanceTypes": "ml.*" }, "Null": { "sagemaker:InstanceTypes": "false" } }""", "\"sagemaker:Create*\""));

    [Test]
    public void A_key_for_variables_is_a_warning() => Finds(
        OneStatement.With("""{ "StringEquals": { [|"sagemaker:UserProfileName"|]: "me" } }""", "\"sagemaker:CreateApp\""),
        "`sagemaker:UserProfileName` is for policy variables: no request can be counted on to have it", severity: Severity.Warning);

    [Test]
    public void A_mixed_statement_of_S3_is_reported() => Finds(
        OneStatement.With("""{ "StringLike": { [|"s3:prefix"|]: "public/*" } }""", """["s3:ListBucket", (|"s3:GetObject"|), "s3:List*"]"""),
        "Requests for `s3:GetObject` never have `s3:prefix`, so this never allows them");

    [Test]
    public void Global_keys_session_keys_tags_and_claims_are_clean() => Clean(OneStatement.With(
        """{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "sagemaker:ResourceTag/a": "b", "saml:sub": "c", "idp.example.com:sub": "d" }, "ArnLike": { "lambda:SourceFunctionArn": "arn:aws:lambda:*:*:function:x" } }""",
        """["sagemaker:ListEndpoints", "s3:GetObject"]"""));

    [Test]
    public void Other_services_and_NotAction_are_left_alone()
    {
        Clean(OneStatement.With("""{ "StringEquals": { "ec2:InstanceType": "t3.micro" } }""", "\"ec2:DescribeInstances\""));
        Clean("""
            {
              "Version": "2012-10-17",
              "Statement": { "Effect": "Deny", "NotAction": "sagemaker:CreateModel", "Resource": "*", "Condition": { "StringEquals": { "sagemaker:RootAccess": "Enabled" } } }
            }
            """);
    }

    [Test]
    public void A_key_of_the_resource_counts_as_one_of_the_action() => Clean(
        OneStatement.With("""{ "StringEquals": { "kms:ViaService": "sagemaker.eu-west-1.amazonaws.com" } }""", """["kms:Decrypt", "kms:CreateGrant"]"""));

    [Test]
    public void The_service_reports_named_actions_and_the_key() => FindsCode(IssueCodes.UnsupportedActionForConditionKey,
        OneStatement.With("""{ "StringEquals": { [|"s3:prefix"|]: "a" } }""", """["s3:ListBucket", (|"s3:ListBucketMultipartUploads"|), "s3:*"]"""));

    [Test]
    public void The_service_reports_a_claim_on_tagging_a_session() => FindsCode(IssueCodes.UnsupportedActionForConditionKey,
        OneStatement.Of("""{ "Federated": "cognito-identity.amazonaws.com" }""", """{ "StringEquals": { [|"cognito-identity.amazonaws.com:aud"|]: "pool" } }""", """["sts:AssumeRoleWithWebIdentity", (|"sts:TagSession"|)]""", resource: null),
        PolicyType.Trust);

    [Test]
    public void The_service_is_silent_about_SageMaker_wildcards_and_IfExists() => FindsNoCode(OneStatement.With(
        """{ "StringEqualsIfExists": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" }, "ForAnyValue:StringEquals": { "sagemaker:VpcSubnets": "subnet-0a1b2c3d" } }""",
        """["sagemaker:CreateTransformJob", "ec2:*"]"""));
}
