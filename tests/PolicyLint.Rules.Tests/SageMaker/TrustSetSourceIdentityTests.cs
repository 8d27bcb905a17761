using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class TrustSetSourceIdentityTests : RuleTest<TrustSetSourceIdentity>
{
    [Test]
    public void AssumeRole_alone_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [|"sagemaker.amazonaws.com"|] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, "`sagemaker.amazonaws.com` may not set the source identity, so CloudTrail cannot tell who of several users works as the role", type: PolicyType.Trust, severity: Severity.Suggestion);

    [Test]
    public void With_SetSourceIdentity_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"] }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void It_may_stand_in_another_statement() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": "sts:AssumeRole" },
            { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": "sts:Set*" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void Other_services_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);
}
