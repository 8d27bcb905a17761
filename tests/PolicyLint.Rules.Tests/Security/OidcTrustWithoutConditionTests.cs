using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class OidcTrustWithoutConditionTests : RuleTest<OidcTrustWithoutCondition>
{
    [Test]
    public void GitHub_without_a_subject_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": [|"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"|] }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } } }
          ]
        }
        """, "Every workflow of every GitHub repository may assume the role: no condition on `token.actions.githubusercontent.com:sub`", type: PolicyType.Trust);

    [Test]
    public void A_provider_without_any_condition_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": [|"accounts.google.com"|] }, "Action": "sts:AssumeRoleWithWebIdentity" }
          ]
        }
        """, "Whoever `accounts.google.com` signs in may assume the role: no condition on a key of the provider", type: PolicyType.Trust);

    [Test]
    public void A_key_of_another_provider_does_not_count() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": [|"arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC"|] }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "accounts.google.com:aud": "x" } } }
          ]
        }
        """, type: PolicyType.Trust);

    [Test]
    public void The_service_has_a_code_for_providers() => FindsCode(IssueCodes.MissingConditionKeyForOidcPrincipal, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": [|"accounts.google.com"|] }, "Action": "sts:AssumeRoleWithWebIdentity" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void The_service_has_a_code_for_GitHub() => FindsCode(IssueCodes.MissingGitHubRepoConditionKey, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": [|"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"|] }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void The_service_takes_no_other_claim_of_GitHub() => FindsCode(IssueCodes.MissingGitHubRepoConditionKey, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": [|"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"|] }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:repository": "octo-org/octo-repo" } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void Other_claims_of_GitHub_will_do() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:repository": "octo-org/octo-repo" } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void Conditions_of_the_provider_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com", "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main" } } },
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub": "system:serviceaccount:ml:trainer" } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void SAML_is_another_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/ours" }, "Action": "sts:AssumeRoleWithSAML" }
          ]
        }
        """, PolicyType.Trust);
}
