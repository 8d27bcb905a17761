using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ResourcePolicyWithoutResourceTests : RuleTest<ResourcePolicyWithoutResource>
{
    [Test]
    public void A_statement_without_a_resource_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            [|{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sqs:SendMessage" }|]
          ]
        }
        """, "The statement has no `Resource` or `NotResource`", type: PolicyType.Resource);

    [Test]
    public void The_service_says_so_at_the_statement() => FindsCode(IssueCodes.MissingResource, """
        {
          "Version": "2012-10-17",
          "Statement": [
            [|{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sqs:SendMessage" }|]
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void A_resource_of_either_form_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs" },
            { "Effect": "Deny", "Principal": "*", "Action": "sqs:SendMessage", "NotResource": "arn:aws:sqs:eu-west-1:111122223333:jobs" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void What_is_written_in_a_wrong_form_is_not_missing() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": { "Ref": "Queue" } }
          ]
        }
        """, PolicyType.Resource, problems: "PL0103");

    [Test]
    public void What_lets_somebody_assume_a_role_is_taken_for_a_trust_policy() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": ["sts:AssumeRole", "STS:TagSession"] }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void A_bucket_policy_is_none() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            [|{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole" }|]
          ]
        }
        """, type: PolicyType.Resource, resourceType: PolicyResourceType.S3Bucket);
}
