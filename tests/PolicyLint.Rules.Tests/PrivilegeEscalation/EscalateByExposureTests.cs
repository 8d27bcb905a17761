using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

public sealed class EscalateByExposureTests : RuleTest<EscalateByExposure>
{
    [Test]
    public void Any_bucket_can_be_opened() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"s3:PutBucketPolicy"|], "Resource": (|"arn:aws:s3:::*"|) }
          ]
        }
        """, "`s3:PutBucketPolicy` lets the caller open buckets and objects to others (path `exp-1`): name the resources that may be shared", risk: SecuritySeverity.Medium);

    [Test]
    public void One_bucket_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:PutBucketPolicy", "Resource": "arn:aws:s3:::orders-exports" }
          ]
        }
        """);
}
