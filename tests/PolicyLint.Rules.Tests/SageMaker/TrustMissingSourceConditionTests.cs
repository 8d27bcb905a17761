using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class TrustMissingSourceConditionTests : RuleTest<TrustMissingSourceCondition>
{
    [Test]
    public void SageMaker_without_a_source_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [|"sagemaker.amazonaws.com"|] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, "`sagemaker.amazonaws.com` may assume the role for any account: no condition on `aws:SourceAccount` or `aws:SourceArn`", type: PolicyType.Trust, risk: SecuritySeverity.Medium);

    [Test]
    public void IfExists_asks_nobody() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", [|"hyperpod.sagemaker.amazonaws.com"|]] }, "Action": "sts:*", "Condition": { "StringEqualsIfExists": { "aws:SourceAccount": "111122223333" } } }
          ]
        }
        """, type: PolicyType.Trust);

    [Test]
    public void Each_form_of_the_source_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } } },
            { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sagemaker:*:111122223333:*" } } },
            { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void Other_services_and_actions_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" },
            { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": "sts:SetSourceIdentity" }
          ]
        }
        """, PolicyType.Trust);
}
