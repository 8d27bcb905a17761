using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class S3ObjectActionOnBucketArnTests : RuleTest<S3ObjectActionOnBucketArn>
{
    [Test]
    public void An_action_on_objects_with_a_bucket_is_found() => Finds(Policy("""
        "Action": [|"s3:PutObjectAcl"|], "Resource": (|"arn:aws:s3:::amzn-s3-demo-bucket"|)
        """), "`s3:PutObjectAcl` needs an ARN of objects, with a slash, and Resource names buckets: this allows nothing", risk: SecuritySeverity.High);

    [Test]
    public void An_action_on_buckets_with_objects_is_found() => Finds(Policy("""
        "Action": [|"s3:ListBucket"|], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
        """), "`s3:ListBucket` needs the ARN of a bucket, and Resource names objects, with a slash: this allows nothing", risk: SecuritySeverity.Medium);

    [Test]
    public void Several_actions_are_one_finding() => Finds(Policy("""
        "Action": ["s3:ListBucket", [|"s3:GetObject"|], "s3:Put?bject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket"
        """), "`s3:GetObject` and 1 other action need an ARN of objects, with a slash, and Resource names buckets: this allows nothing");

    [Test]
    public void Upper_case_is_found() => Finds(Policy("""
        "Action": [|"S3:GETOBJECT"|], "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket1"]
        """));

    [Test]
    public void A_Deny_of_what_is_done_with_buckets_is_high_on_objects_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": [|"s3:DeleteBucket"|], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }
        }
        """, "`s3:DeleteBucket` needs the ARN of a bucket, and Resource names objects, with a slash: this denies nothing", risk: SecuritySeverity.High);

    [Test]
    public void A_Deny_denies_nothing() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": [|"s3:DeleteObject"|], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }
        }
        """, "`s3:DeleteObject` needs an ARN of objects, with a slash, and Resource names buckets: this denies nothing");

    [Test]
    public void The_policy_of_a_bucket_is_looked_at_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": [|"s3:GetObject"|], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }
        }
        """, type: PolicyType.Resource);

    [TestCase(""" "Action": "s3:PutObjectAcl", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" """)]
    [TestCase(""" "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" """)]
    [TestCase(""" "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/*"] """)]
    [TestCase(""" "Action": "s3:*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" """)]
    [TestCase(""" "Action": "s3:Get*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" """)]
    public void The_right_kind_is_clean(string elements) => Clean(Policy(elements));

    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket*" """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "*" """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{?}" """)]
    [TestCase(""" "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn*/*" """)]
    [TestCase(""" "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::amzn-s3-demo-bucket" """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:us-east-1:111122223333:accesspoint/fraud/object/*" """)]
    [TestCase(""" "Action": "sqs:SendMessage", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" """)]
    public void A_wildcard_that_may_hold_a_slash_is_clean(string elements) => Clean(Policy(elements));

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
