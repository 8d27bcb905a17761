using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class FederatedInResourcePolicyTests : RuleTest<FederatedInResourcePolicy>
{
    [Test]
    public void A_provider_in_a_bucket_policy_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": [|"cognito-identity.amazonaws.com"|] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, "`cognito-identity.amazonaws.com` is an identity provider, and only the trust policy of a role takes one", type: PolicyType.Resource);

    [Test]
    public void The_service_says_so() => FindsCode(IssueCodes.FederatedPrincipalNotSupported, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "111122223333", "Federated": [[|"arn:aws:iam::111122223333:saml-provider/ours"|]] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Roles_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/app" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void What_lets_somebody_assume_a_role_is_taken_for_a_trust_policy() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void A_trust_policy_takes_providers() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }
          ]
        }
        """, PolicyType.Trust);
}
