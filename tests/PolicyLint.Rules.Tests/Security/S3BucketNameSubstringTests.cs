using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class S3BucketNameSubstringTests : RuleTest<S3BucketNameSubstring>
{
    [TestCase("*sagemaker*")]
    [TestCase("*SageMaker*/*")]
    [TestCase("sagemaker-*")]
    [TestCase("aws-glue-*/*")]
    [TestCase("*-datasets/fraud/*")]
    [TestCase("?agemaker/*")]
    public void A_name_that_strangers_can_take_is_found(string bucket) => Finds(
        Policy($""" "Action": ["s3:GetObject", "s3:PutObject"], "Resource": [|"arn:aws:s3:::{bucket}"|] """),
        $"`arn:aws:s3:::{bucket}` matches buckets that anybody can make: the caller may read and write objects there",
        risk: SecuritySeverity.Medium);

    [Test]
    public void Several_patterns_are_one_finding() => Finds(Policy("""
        "Action": "s3:Get*", "Resource": [[|"arn:aws:s3:::*sagemaker*"|], (|"arn:aws:s3:::*aws-glue*"|), "arn:aws:s3:::amzn-s3-demo-bucket/*"]
        """), "`arn:aws:s3:::*sagemaker*` and 1 more pattern match buckets that anybody can make: the caller may read objects there", risk: SecuritySeverity.Medium);

    [Test]
    public void Listing_alone_is_low() => Finds(Policy("""
        "Action": "s3:ListBucket", "Resource": [|"arn:aws:s3:::*sagemaker*"|]
        """), risk: SecuritySeverity.Low);

    [Test]
    public void Another_limit_than_the_account_makes_it_low() => Finds(Policy("""
        "Action": "s3:GetObject", "Resource": [|"arn:aws:s3:::*sagemaker*"|], "Condition": { "StringEquals": { "s3:ExistingObjectTag/SageMaker": "true" } }
        """), risk: SecuritySeverity.Low);

    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:::sagemaker-us-east-1-111122223333/*" """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:::sagemaker-*-111122223333/*" """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:::sagemaker-${aws:PrincipalAccount}-*/*" """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-*/*" """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:::jumpstart-cache-prod-*/*" """)]
    public void A_name_of_ones_own_is_clean(string elements) => Clean(Policy(elements));

    [TestCase(""" "Action": "s3:GetObject", "Resource": "*" """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:::*" """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:::*/*" """)]
    public void Every_bucket_is_for_another_rule(string elements) => Clean(Policy(elements));

    [TestCase(""" "Action": "s3:GetBucketLocation", "Resource": "arn:aws:s3:::*sagemaker*" """)]
    [TestCase(""" "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::*sagemaker*/x" """)]
    [TestCase(""" "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::*sagemaker*" """)]
    public void Other_actions_are_clean(string elements) => Clean(Policy(elements));

    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:::*sagemaker*", "Condition": { "StringEquals": { "aws:ResourceAccount": "${aws:PrincipalAccount}" } } """)]
    [TestCase(""" "Action": "s3:GetObject", "Resource": "arn:aws:s3:::*sagemaker*", "Condition": { "StringEquals": { "aws:ResourceOrgID": "o-example" } } """)]
    public void The_account_in_the_condition_is_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void IfExists_on_the_account_is_no_limit() => Finds(Policy("""
        "Action": "s3:GetObject", "Resource": [|"arn:aws:s3:::*sagemaker*"|], "Condition": { "StringEqualsIfExists": { "aws:ResourceAccount": "111122223333" } }
        """));

    [Test]
    public void A_name_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": "s3:GetObject", "Resource": [|"arn:aws:s3:::*-{?}/*"|]
        """), "the name of the bucket is not known before deployment");

    [Test]
    public void An_SCP_is_left_alone() => Clean(Policy("""
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::*sagemaker*"
        """), PolicyType.Scp);

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
