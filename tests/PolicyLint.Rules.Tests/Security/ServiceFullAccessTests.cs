using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class ServiceFullAccessTests : RuleTest<ServiceFullAccess>
{
    // The reference lists 20 actions of SQS.
    private const string OfSqs = "Full access to `sqs` on every resource: 20 actions";

    [TestCase("sqs:*")]
    [TestCase("SQS:**")]
    [TestCase("sqs:?*")]
    [TestCase("sq?:*")]
    public void Every_spelling_is_reported(string action) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{{action}}"|], "Resource": (|"*"|) }
        }
        """, OfSqs, risk: SecuritySeverity.Medium);

    [TestCase("iam")]
    [TestCase("organizations")]
    [TestCase("eks")]
    [TestCase("ssm")]
    [TestCase("lambda")]
    public void Full_access_that_acts_as_others_is_high(string service) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|["sqs:*", "{{service}}:*"]|], "Resource": "*" }
        }
        """, risk: SecuritySeverity.High);

    [Test]
    public void A_condition_that_really_limits_it_makes_that_medium() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"eks:*"|], "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-11112222" } } }
        }
        """, risk: SecuritySeverity.Medium);

    [TestCase("arn:aws:sqs:*")]
    [TestCase("arn:aws:sqs:*:*:*")]
    [TestCase("arn:aws:sqs:eu-west-1:111122223333:*")]
    [TestCase("arn:aws:*")]
    [TestCase("arn:aws:sqs:*:{?}:*")]
    public void Every_resource_of_the_service_counts(string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sqs:*"|], "Resource": (|"{{resource}}"|) }
        }
        """, OfSqs);

    [Test]
    public void Every_bucket_counts_although_access_points_are_named_otherwise() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"s3:*"|], "Resource": (|"arn:aws:s3:::*"|) }
        }
        """);

    [Test]
    public void A_list_that_adds_up_to_every_write_is_reported_as_a_whole() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": [|["sqs:A*", "sqs:C*", "sqs:D*", "sqs:P*", "sqs:R*", "sqs:S*", "sqs:T*", "sqs:U*"]|],
            "Resource": "*"
          }
        }
        """);

    [Test]
    public void Several_services_are_one_finding() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|["sqs:*", "s3:GetObject", "sns:*", "glue:*", "athena:*", "dynamodb:*"]|], "Resource": "*" }
        }
        """, "Full access to 5 services on every resource: `sqs`, `sns`, `glue` and 2 more");

    [Test]
    public void A_condition_that_really_limits_makes_it_low() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"sqs:*"|], "Resource": "*",
            "Condition": { "StringEquals": { "aws:ResourceTag/team": "fraud" } }
          }
        }
        """, OfSqs, risk: SecuritySeverity.Low);

    [Test]
    public void A_service_that_knows_no_resources_is_low() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"ec2messages:*"|], "Resource": "*" }
        }
        """, risk: SecuritySeverity.Low);

    [TestCase("sqs:Get*")]
    [TestCase("sqs:*Queue")]
    [TestCase("sqs:SendMessage")]
    [TestCase("sagemaker:*")]
    [TestCase("pricing:*")]
    public void A_part_what_only_reads_and_SageMaker_are_clean(string action) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "*" }
        }
        """);

    [Test]
    public void A_list_of_names_is_clean_whatever_it_adds_up_to() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["workmailmessageflow:GetRawMessageContent", "workmailmessageflow:PutRawMessageContent"], "Resource": "*" }
        }
        """);

    [TestCase("arn:aws:sqs:eu-west-1:111122223333:fraud-*")]
    [TestCase("arn:aws:s3:::*")]
    public void Narrower_resources_and_those_of_others_are_clean(string resource) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sqs:*", "Resource": "{{resource}}" }
        }
        """);

    [Test]
    public void What_a_Deny_takes_a_write_from_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sqs:*", "Resource": "*" },
            { "Effect": "Deny", "Action": "sqs:DeleteQueue", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "sqs:*", "Resource": "*" }
        }
        """);

    [Test]
    public void A_key_policy_means_its_own_key() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }
        }
        """, PolicyType.Resource);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{?}:*"|], "Resource": "*" }
        }
        """, "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sqs:*", "Resource": [|"{?}"|] }
        }
        """, "the resource is not known before deployment");
}
