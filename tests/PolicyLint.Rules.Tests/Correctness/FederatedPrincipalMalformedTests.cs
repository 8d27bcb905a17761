using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class FederatedPrincipalMalformedTests : RuleTest<FederatedPrincipalMalformed>
{
    [Test]
    public void A_name_is_no_provider() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": [|"ours"|] }, "Action": "sts:AssumeRoleWithSAML" }
          ]
        }
        """, "`ours` is neither a domain nor the ARN of a SAML or OpenID Connect provider", type: PolicyType.Trust);

    [Test]
    public void The_ARN_of_something_else_is_no_provider() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": [[|"arn:aws:iam::111122223333:role/x"|], [|"arn:aws:iam:::saml-provider/x"|], [|"arn:aws:iam::111122223333:saml-provider/"|]] }, "Action": "sts:AssumeRoleWithSAML" }
          ]
        }
        """, type: PolicyType.Trust);

    [Test]
    public void The_service_says_so() => FindsCode(IssueCodes.InvalidFederatedPrincipalSyntaxInRoleTrustPolicy, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": [|"arn:aws:sts::111122223333:oidc-provider/x.example"|] }, "Action": "sts:AssumeRoleWithWebIdentity" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void Domains_and_providers_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": ["cognito-identity.amazonaws.com", "accounts.google.com", "arn:aws:iam::111122223333:saml-provider/ours", "arn:aws-us-gov:iam::111122223333:oidc-provider/oidc.eks.us-gov-west-1.amazonaws.com/id/ABC"] }, "Action": ["sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"] }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void A_provider_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": [|"{?}"|] }, "Action": "sts:AssumeRoleWithWebIdentity" }
          ]
        }
        """, "the identity provider is not known before deployment", type: PolicyType.Trust);
}
