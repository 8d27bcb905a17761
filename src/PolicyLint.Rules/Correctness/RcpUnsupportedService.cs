using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2110: a resource control policy denies actions that it has no say in.</summary>
public sealed class RcpUnsupportedService() : StatementRule(new RuleDescriptor
{
    Id = "PL2110",
    Name = "rcp-unsupported-service",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.Rcp,
    LooksAt = Effect.Deny,
    IssueCodes = [IssueCodes.RcpSyntaxErrorAction],
    Title = "A resource control policy denies actions that it has no say in",
    Why = "Resource control policies reach some services only, and each action must name its service. AWS Organizations refuses others.",
    Remedy = "Name actions of services that support resource control policies, each with its prefix. For other services use a service control policy.",
    Limits = "The services that support resource control policies are those of the catalogue's date.",
    Sources =
    [
        "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services",
        "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-rcp-syntax-error-action",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.IsNotAction)
            return;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Service is { SupportsRcp: false } service)
                context.OfCatalog().Report(pattern.Text, $"Resource control policies do not reach {service.Name}, in the catalogue of {context.Catalog.Date:O}");
            else if (pattern.Service is null && !pattern.HasUnknown && pattern.HasWildcardInService)
                context.Report(pattern.Text, $"{pattern.Text.Quoted()} names no service, and an action of a resource control policy must");
        }
    }
}
