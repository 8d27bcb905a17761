using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ResourceTypeMismatchTests : RuleTest<ResourceTypeMismatch>
{
    [Test]
    public void A_bucket_where_its_objects_are_meant_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": (|"s3:GetObject"|), "Resource": [|"arn:aws:s3:::data"|] }
        }
        """, "No action of this statement works on `arn:aws:s3:::data` in the catalogue of 2026-09-26: `s3:GetObject` takes `arn:${Partition}:s3:::${BucketName}/${ObjectName}`");

    [Test]
    public void A_misspelled_type_is_told_the_right_one() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:DescribeEndpointConfig", "Resource": [|"arn:aws:sagemaker:us-east-1:111122223333:endpointconfig/*"|] }
        }
        """, "No action of this statement works on `arn:aws:sagemaker:us-east-1:111122223333:endpointconfig/*` in the catalogue of 2026-09-26: `sagemaker:DescribeEndpointConfig` takes `arn:${Partition}:sagemaker:${Region}:${Account}:endpoint-config/${EndpointConfigName}`");

    [Test]
    public void An_ARN_of_another_service_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "sagemaker:*", "Resource": [[|"arn:aws:sqs:*:111122223333:*"|], [|"arn:aws:s3:::data/*"|]] }
        }
        """, ["No action of this statement works on `arn:aws:sqs:*:111122223333:*` in the catalogue of 2026-09-26", "No action of this statement works on `arn:aws:s3:::data/*` in the catalogue of 2026-09-26"]);

    [Test]
    public void A_colon_for_a_slash_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:Invoke*", "Resource": [|"arn:aws:sagemaker:us-east-1:111122223333:endpoint:fraud*"|] }
        }
        """);

    [Test]
    public void ARNs_are_compared_with_regard_to_case() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "quicksight:DeleteVPCConnection", "Resource": [|"arn:aws:quicksight:*:*:vpcconnection/*"|] }
        }
        """);

    [Test]
    public void Resources_that_some_action_takes_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject", "sagemaker:DescribeEndpoint"], "Resource": ["arn:aws:s3:::data", "arn:aws:s3:::data/*", "arn:aws:sagemaker:*:*:endpoint/*", "arn:aws:sagemaker:*"] }
        }
        """);

    [Test]
    public void Any_resource_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["*", "arn:aws:*:*:*:*"] }
        }
        """);

    [Test]
    public void Policy_variables_match_anything() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws:PrincipalTag/bucket}" }
        }
        """);

    [Test]
    public void An_unknown_action_may_work_on_the_resource_and_the_known_one_does_not() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [[|"s3:GetObject"|], "s3:PolishBuckets"], "Resource": (|"arn:aws:s3:::data"|) }
        }
        """, "`s3:GetObject` works on no resource of this statement in the catalogue of 2026-09-26: `s3:GetObject` takes `arn:${Partition}:s3:::${BucketName}/${ObjectName}`");

    [Test]
    public void NotAction_and_NotResource_are_passed_over() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "NotAction": "s3:GetObject", "Resource": "arn:aws:s3:::data" },
            { "Effect": "Deny", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::data" }
          ]
        }
        """);

    [Test]
    public void Actions_that_take_no_ARN_at_all_are_not_its_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:ListEndpoints", "Resource": "arn:aws:sagemaker:us-east-1:111122223333:endpoint/*" }
        }
        """);

    [Test]
    public void A_bucket_policy_is_looked_at_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": [|"arn:aws:s3:::data"|] }
        }
        """, type: PolicyType.Resource);

    [Test]
    public void An_action_of_a_template_leaves_it_open() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:{?}"], "Resource": [|"arn:aws:s3:::data"|] }
        }
        """, "an action of the statement is not known before deployment");

    [Test]
    public void An_action_that_fits_no_resource_is_reported_beside_others_that_do() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", [|"sagemaker:InvokeEndpoint"|], "s3:PutObject"], "Resource": (|"arn:aws:s3:::data/*"|) }
        }
        """, "`sagemaker:InvokeEndpoint` works on no resource of this statement in the catalogue of 2026-09-26", severity: Severity.Error);

    [Test]
    public void Several_such_actions_are_one_finding() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", [|"sagemaker:InvokeEndpoint"|], (|"sagemaker:DescribeModel"|)], "Resource": (|"arn:aws:s3:::data/*"|) }
        }
        """, "`sagemaker:InvokeEndpoint` and 1 more action work on no resource of this statement in the catalogue of 2026-09-26");

    [Test]
    public void Where_the_reference_may_lack_something_it_is_a_suggestion() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "quicksight:DeleteVPCConnection", "Resource": [|"arn:aws:quicksight:*:*:vpcconnection/*"|] }
        }
        """, severity: Severity.Suggestion);

    [Test]
    public void An_ARN_that_no_resource_has_is_not_its_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["sagemaker:InvokeEndpoint", "s3:GetObject"], "Resource": ["arn:aws:sagemaker:us-east-1:111122223333:endpoint:fraud", "arn:aws:s3:::data/*"] }
        }
        """);
}
