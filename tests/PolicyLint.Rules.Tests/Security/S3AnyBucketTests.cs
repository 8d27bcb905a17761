using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class S3AnyBucketTests : RuleTest<S3AnyBucket>
{
    [Test]
    public void Reading_and_writing_everywhere_is_high() => Finds(Policy("""
        "Action": [[|"s3:GetObject"|], "s3:PutObject"], "Resource": (|"*"|)
        """), "`GetObject` and `PutObject` let the caller read and write objects in every bucket", risk: SecuritySeverity.High);

    [Test]
    public void Full_access_is_found() => Finds(Policy("""
        "Action": [|"s3:*"|], "Resource": "arn:aws:s3:::*"
        """), "`GetObject`, `GetObjectVersion`, `PutObject` and 3 more let the caller read, write, delete and list objects in every bucket", risk: SecuritySeverity.High);

    [Test]
    public void Listing_alone_is_medium() => Finds(Policy("""
        "Action": [|"s3:ListBucket"|], "Resource": "arn:aws:s3:::*"
        """), "`ListBucket` lets the caller list objects in every bucket", risk: SecuritySeverity.Medium);

    [Test]
    public void Objects_of_every_bucket_are_found() => Finds(Policy("""
        "Action": [|"s3:DeleteObject"|], "Resource": (|"arn:aws:s3:::*/*"|)
        """), "`DeleteObject` lets the caller delete objects in every bucket");

    [TestCaseSource(typeof(Spellings), nameof(Spellings.OnEverything), new object[] { "s3:GetObject" })]
    public void Every_spelling_is_found(string elements) => Finds(Policy(elements));

    [TestCase(""" "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" """)]
    [TestCase(""" "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" """)]
    [TestCase(""" "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::*/*" """)]
    [TestCase(""" "Action": ["s3:ListAllMyBuckets", "s3:GetBucketLocation"], "Resource": "*" """)]
    public void A_bucket_by_name_is_clean(string elements) => Clean(Policy(elements));

    [TestCase(""" "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceAccount": "111122223333" } } """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "s3:ResourceAccount": "{?}" } } """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "s3:ExistingObjectTag/SageMaker": "true" } } """)]
    [TestCase(""" "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "fraud/*" } } """)]
    public void A_condition_that_limits_is_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_Deny_of_the_buckets_of_others_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
            { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:ResourceAccount": "111122223333" } } }
          ]
        }
        """);

    [Test]
    public void A_Deny_of_other_actions_in_the_buckets_of_others_is_not_enough() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"s3:GetObject"|], "Resource": "*" },
            { "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*", "Condition": { "StringNotEquals": { "aws:ResourceAccount": "111122223333" } } }
          ]
        }
        """);

    [Test]
    public void A_Deny_that_covers_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
            { "Effect": "Deny", "Action": "s3:*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_bucket_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": "s3:GetObject", "Resource": [|"{?}"|]
        """), "the resource is not known before deployment");

    [Test]
    public void An_SCP_is_left_alone() => Clean(Policy("""
        "Action": "s3:GetObject", "Resource": "*"
        """), PolicyType.Scp);

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
