using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ConditionOperatorTypeTests : RuleTest<ConditionOperatorType>
{
    [Test]
    public void Text_against_a_Boolean_is_a_warning() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "StringEquals": { [|"aws:ViaAWSService"|]: "true" } }
          }
        }
        """, "`StringEquals` compares text, but `aws:ViaAWSService` is a Boolean: use `Bool`", severity: Severity.Warning);

    [Test]
    public void A_Boolean_against_words_is_an_error() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "Bool": { [|"sagemaker:RootAccess"|]: "false" } }
          }
        }
        """, "`Bool` compares Booleans, but `sagemaker:RootAccess` is text: use a String operator", severity: Severity.Error);

    [Test]
    public void Text_against_a_number_an_address_and_a_date_is_a_warning() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": {
              "StringLike": { [|"aws:MultiFactorAuthAge"|]: "36*" },
              "StringEquals": { [|"aws:SourceIp"|]: "203.0.113.0/24" },
              "StringEqualsIfExists": { [|"aws:CurrentTime"|]: "2026-01-01" }
            }
          }
        }
        """,
        [
            "`StringLike` compares text, but `aws:MultiFactorAuthAge` is a number: use a Numeric operator",
            "`StringEquals` compares text, but `aws:SourceIp` is an IP address: use `IpAddress` or `NotIpAddress`",
            "`StringEqualsIfExists` compares text, but `aws:CurrentTime` is a date: use a Date operator",
        ], severity: Severity.Warning);

    [Test]
    public void Types_that_have_nothing_in_common_are_an_error() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Deny",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": {
              "IpAddress": { [|"aws:SourceArn"|]: "203.0.113.0/24" },
              "DateLessThan": { [|"aws:SecureTransport"|]: "2026-01-01" },
              "ArnLike": { [|"aws:SourceIp"|]: "arn:aws:iam::111122223333:role/x" }
            }
          }
        }
        """,
        [
            "`IpAddress` compares IP addresses, but `aws:SourceArn` is an ARN: use `ArnLike`",
            "`DateLessThan` compares dates, but `aws:SecureTransport` is a Boolean: use `Bool`",
            "`ArnLike` compares ARNs, but `aws:SourceIp` is an IP address: use `IpAddress` or `NotIpAddress`",
        ], severity: Severity.Error);

    [Test]
    public void Operators_of_the_type_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": {
              "Bool": { "aws:SecureTransport": "true" },
              "NumericLessThan": { "aws:MultiFactorAuthAge": "3600", "aws:EpochTime": "1800000000" },
              "DateLessThan": { "aws:CurrentTime": "2027-01-01T00:00:00Z" },
              "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" },
              "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" },
              "ForAnyValue:StringEquals": { "aws:TagKeys": "team" },
              "Null": { "aws:SourceIp": "false" }
            }
          }
        }
        """);

    [Test]
    public void Text_against_an_ARN_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "StringEquals": { "aws:SourceArn": "arn:aws:s3:::data" } }
          }
        }
        """);

    [Test]
    public void An_ARN_operator_on_text_that_holds_ARNs_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "ArnLike": { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::data/*" } }
          }
        }
        """);

    [Test]
    public void Text_against_a_policy_variable_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Deny",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "StringNotEquals": { "aws:Ec2InstanceSourcePrivateIPv4": "${aws:VpcSourceIp}" } }
          }
        }
        """);

    [Test]
    public void A_key_that_is_not_known_is_not_its_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { "Bool": { "sagemaker:NoSuchKey": "true" } }
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
    public void A_Boolean_against_any_text_is_a_warning() => Finds(
        OneStatement.With("""{ "Bool": { [|"aws:PrincipalTag/admin"|]: "true" } }"""), "`Bool` compares Booleans, but `aws:PrincipalTag/admin` is text: use a String operator", severity: Severity.Warning);

    [Test]
    public void A_text_pattern_on_an_ARN_is_a_suggestion() => Finds(
        OneStatement.With("""{ "StringLike": { [|"aws:SourceArn"|]: "arn:aws:sns:*:111122223333:*" }, "StringNotLikeIfExists": { [|"aws:PrincipalArn"|]: "arn:aws:iam::*:role/x" } }"""),
        [
            "`StringLike` compares the ARN `aws:SourceArn` as text, where a `*` matches colons too: use `ArnLike`",
            "`StringNotLikeIfExists` compares the ARN `aws:PrincipalArn` as text, where a `*` matches colons too: use `ArnNotLike`",
        ],
        severity: Severity.Suggestion);

    [Test]
    public void The_service_reports_the_key() => FindsCode(IssueCodes.TypeMismatch, OneStatement.With("""{ "StringEquals": { [|"aws:ViaAWSService"|]: ["amplify.amazonaws.com"] } }"""));

    [Test]
    public void The_service_reports_a_text_pattern_on_an_ARN() => FindsCode(IssueCodes.StringLikeOperatorWithArnConditionKeys,
        OneStatement.With("""{ "StringLike": { [|"iam:AssociatedResourceARN"|]: "arn:aws:ssm:*:*:automation-definition/*" } }""", "\"iam:PassRole\""));

    [Test]
    public void The_service_is_silent_about_literal_ARNs_and_Booleans_of_services() => FindsNoCode(OneStatement.With(
        """{ "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/x", "lakeformation:EnabledOnlyForMetaDataAccess": "true" }, "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:*:*" } }"""));
}
