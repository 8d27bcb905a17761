using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2103: a resource policy names an identity provider as its principal.</summary>
public sealed class FederatedInResourcePolicy() : StatementRule(new RuleDescriptor
{
    Id = "PL2103",
    Name = "federated-in-resource-policy",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.Resource,
    Needs = StatementParts.Principal,
    IssueCodes = [IssueCodes.FederatedPrincipalNotSupported],
    Title = "A resource policy names an identity provider as its principal",
    Why = "An identity provider signs nobody in to a resource: it lets people assume a role, and the role is who calls. The statement means nobody.",
    Remedy = "Name the role that the federated users assume.",
    Limits = "A policy that only lets somebody assume a role is taken for a trust policy, unless the resource type says otherwise.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-federated-principal-not-supported",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        Principal? principal = statement.Statement.Principal;
        if (!principal.Has(PrincipalValues.Federated) || (statement.Policy.Document.ResourceType is null && statement.OnlyAssumesRole()))
            return;

        foreach (PolicyString value in principal.Of(PrincipalValues.Federated))
            context.Report(value, $"{value.Quoted()} is an identity provider, and only the trust policy of a role takes one");
    }
}
