using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class AudienceWithSetOperatorTests : RuleTest<AudienceWithSetOperator>
{
    [Test]
    public void ForAnyValue_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "ForAnyValue:StringEquals": { [|"token.actions.githubusercontent.com:aud"|]: "sts.amazonaws.com" } } }
          ]
        }
        """, "`token.actions.githubusercontent.com:aud` has one value, so `ForAnyValue` does not belong there", type: PolicyType.Trust);

    [Test]
    public void The_service_has_a_code_for_ForAnyValue() => FindsCode(IssueCodes.ForAnyValueWithAudienceClaimType, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "ForAnyValue:StringLike": { [|"accounts.google.com:aud"|]: "x" } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void The_service_has_a_code_for_ForAllValues() => FindsCode(IssueCodes.ConfirmAudienceClaimType, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "ForAllValues:StringEquals": { [|"accounts.google.com:oaud"|]: "x" } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void A_plain_operator_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void A_claim_of_several_values_takes_a_set_operator() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } } }
          ]
        }
        """, PolicyType.Trust);
}
