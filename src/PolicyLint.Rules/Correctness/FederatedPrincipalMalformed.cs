using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2104: a federated principal is neither a domain nor the ARN of a provider.</summary>
public sealed class FederatedPrincipalMalformed() : StatementRule(new RuleDescriptor
{
    Id = "PL2104",
    Name = "federated-principal-malformed",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.Trust,
    Needs = StatementParts.Principal,
    IssueCodes = [IssueCodes.InvalidFederatedPrincipalSyntaxInRoleTrustPolicy],
    Title = "A federated principal is neither a domain nor the ARN of a provider",
    Why = "IAM refuses the trust policy, or nobody can assume the role.",
    Remedy = "Write the domain of a public provider, such as `cognito-identity.amazonaws.com`, or the ARN of a SAML or OpenID Connect provider in IAM.",
    Limits = "A wildcard in a provider is another rule's matter.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-federated-principal-syntax-in-role-trust-policy",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        Principal? principal = statement.Statement.Principal;
        if (!principal.Has(PrincipalValues.Federated))
            return;

        foreach (PolicyString value in principal.Of(PrincipalValues.Federated))
        {
            if (value.HasUnknown)
                context.CannotJudge(value, "the identity provider is not known before deployment");
            else if (!value.Value.AsSpan().ContainsAny('*', '?') && PrincipalValues.KindOfFederated(value.Value) == FederatedKind.None)
                context.Report(value, $"{value.Quoted()} is neither a domain nor the ARN of a SAML or OpenID Connect provider");
        }
    }
}
