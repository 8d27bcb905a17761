using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class DeadResourceTests : RuleTest<DeadResource>
{
    [Test]
    public void A_misspelt_type_beside_a_good_one_is_told_the_right_one() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": (|["sagemaker:DescribeEndpoint", "sagemaker:DescribeEndpointConfig"]|), "Resource": ["arn:aws:sagemaker:us-east-1:111122223333:endpoint/fraud", [|"arn:aws:sagemaker:us-east-1:111122223333:endpointconfig/*"|]] }
        }
        """, "No action of this statement works on `arn:aws:sagemaker:us-east-1:111122223333:endpointconfig/*` in the catalogue of 2026-09-26: `sagemaker:DescribeEndpointConfig` takes `arn:${Partition}:sagemaker:${Region}:${Account}:endpoint-config/${EndpointConfigName}`", severity: Severity.Warning);

    [Test]
    public void An_ARN_of_another_service_is_reported_in_a_Deny_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "sagemaker:*", "Resource": ["arn:aws:sagemaker:*:111122223333:*", [|"arn:aws:s3:::data/*"|]] }
        }
        """, "No action of this statement works on `arn:aws:s3:::data/*` in the catalogue of 2026-09-26");

    [Test]
    public void Where_the_reference_may_lack_something_it_is_a_suggestion() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "quicksight:DeleteVPCConnection", "Resource": ["arn:aws:quicksight:*:*:vpcConnection/*", [|"arn:aws:quicksight:*:*:vpcconnection/*"|]] }
        }
        """, severity: Severity.Suggestion);

    [TestCase("\"arn:aws:s3:::data\", \"arn:aws:s3:::logs\"")]
    [TestCase("\"arn:aws:s3:::data/*\", \"*\"")]
    [TestCase("\"arn:aws:s3:::data/*\", \"arn:aws:s3:eu-west-1:111122223333:data\"")]
    [TestCase("\"arn:aws:s3:::data/*\"")]
    public void Where_all_fit_or_none_and_what_is_no_ARN_is_not_its_matter(string resources) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [{{resources}}] }
        }
        """);

    [Test]
    public void NotResource_is_passed_over() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "NotResource": ["arn:aws:s3:::data/*", "arn:aws:s3:::data"] }
        }
        """);

    [Test]
    public void An_action_of_a_template_leaves_it_open() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:{?}"], "Resource": ["arn:aws:s3:::data/*", [|"arn:aws:s3:::data"|]] }
        }
        """, "an action of the statement is not known before deployment");
}
