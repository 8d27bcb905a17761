using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ActionUnfitForPrincipalTests : RuleTest<ActionUnfitForPrincipal>
{
    [Test]
    public void A_provider_of_tokens_cannot_be_used_with_AssumeRole() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": (|"cognito-identity.amazonaws.com"|) }, "Action": [[|"sts:AssumeRole"|], "sts:TagSession"] }
          ]
        }
        """, "`sts:AssumeRole` cannot be used by `cognito-identity.amazonaws.com`", type: PolicyType.Trust);

    [Test]
    public void SAML_is_no_web_identity() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": (|"arn:aws:iam::111122223333:saml-provider/ours"|) }, "Action": [|"STS:AssumeRoleWithWebIdentity"|] }
          ]
        }
        """, type: PolicyType.Trust);

    [Test]
    public void Web_identity_is_no_SAML() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": [|"sts:AssumeRoleWithSAML"|] }
          ]
        }
        """, type: PolicyType.Trust);

    [Test]
    public void A_service_uses_neither() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": (|"ec2.amazonaws.com"|), "AWS": (|"111122223333"|) }, "Action": ["sts:AssumeRole", [|"sts:AssumeRoleWithSAML"|]] }
          ]
        }
        """, "`sts:AssumeRoleWithSAML` cannot be used by `ec2.amazonaws.com` and `111122223333`", type: PolicyType.Trust);

    [Test]
    public void The_service_says_so_also_of_a_resource_policy() => FindsCode(IssueCodes.MismatchedActionForPrincipal, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": (|"cognito-identity.amazonaws.com"|) }, "Action": [[|"sts:AssumeRole"|], "sts:TagSession"] }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Each_kind_has_its_action() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity" },
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/ours" }, "Action": "sts:AssumeRoleWithSAML" },
            { "Effect": "Allow", "Principal": { "AWS": "111122223333", "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void Of_several_principals_one_is_enough() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "111122223333", "Federated": "arn:aws:iam::111122223333:saml-provider/ours" }, "Action": ["sts:AssumeRole", "sts:AssumeRoleWithSAML"] }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void Everybody_and_wildcards_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRoleWithWebIdentity" },
            { "Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRole*" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void A_Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);
}
