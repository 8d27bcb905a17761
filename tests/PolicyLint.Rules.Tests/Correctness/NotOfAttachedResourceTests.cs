using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class NotOfAttachedResourceTests : RuleTest<NotOfAttachedResource>
{
    [TestCase("kms:Decrypt")]
    [TestCase("kms:*")]
    [TestCase("s3:ListAllMyBuckets")]
    public void An_action_that_works_on_no_bucket_is_refused_in_its_policy(string action) => FindsCode(IssueCodes.UnsupportedActionInPolicy, $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": ["s3:GetObject", [|"{{action}}"|]], "Resource": "arn:aws:s3:::data/*" }
        }
        """, resourceType: PolicyResourceType.S3Bucket);

    [TestCase("*", PolicyResourceType.S3Bucket)]
    [TestCase("arn:aws:sqs:us-east-1:111122223333:jobs", PolicyResourceType.S3Bucket)]
    [TestCase("arn:aws:s3:::data/*", PolicyResourceType.S3AccessPoint)]
    [TestCase("arn:aws:s3:::data", PolicyResourceType.S3MultiRegionAccessPoint)]
    public void An_ARN_of_another_kind_is_refused(string resource, PolicyResourceType type) => FindsCode(IssueCodes.UnsupportedResourceArnInPolicy, $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": ["s3:GetObject", "s3:PutObject"], "Resource": [|"{{resource}}"|] }
        }
        """, resourceType: type);

    [TestCase("s3:*", "arn:aws:s3:::data", PolicyResourceType.S3Bucket)]
    [TestCase("*", "arn:aws:s3:::data/*", PolicyResourceType.S3Bucket)]
    [TestCase("s3:ListBucketMultipartUploads", "arn:aws:s3:us-east-1:111122223333:accesspoint/data", PolicyResourceType.S3AccessPoint)]
    [TestCase("s3:GetObject", "arn:aws:s3:us-east-1:111122223333:accesspoint/data/object/*", PolicyResourceType.S3AccessPoint)]
    [TestCase("s3:GetObject", "arn:aws:s3::111122223333:accesspoint/data.mrap/object/*", PolicyResourceType.S3MultiRegionAccessPoint)]
    [TestCase("s3-object-lambda:GetObject", "arn:aws:s3-object-lambda:us-east-1:111122223333:accesspoint/data", PolicyResourceType.S3ObjectLambdaAccessPoint)]
    [TestCase("dynamodb:GetItem", "arn:aws:dynamodb:us-east-1:111122223333:table/fraud", PolicyResourceType.DynamoDBTable)]
    [TestCase("dynamodb:Query", "*", PolicyResourceType.DynamoDBTable)]
    public void What_belongs_to_the_resource_is_clean(string action, string resource, PolicyResourceType type) => FindsNoCode($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "{{action}}", "Resource": "{{resource}}" }
        }
        """, resourceType: type);

    [Test]
    public void Where_the_resource_is_not_named_nothing_is_said() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:Decrypt", "Resource": "*" }
        }
        """);

    [Test]
    public void The_message_names_the_resource() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": [|"kms:Decrypt"|], "Resource": "arn:aws:s3:::data/*" }
        }
        """, "`kms:Decrypt` does nothing in a policy of `AWS::S3::Bucket`: the action does not work on such a resource", resourceType: PolicyResourceType.S3Bucket);
}
