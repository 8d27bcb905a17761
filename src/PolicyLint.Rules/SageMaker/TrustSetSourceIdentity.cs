using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3053: a role of SageMaker whose sessions cannot say who the user is.</summary>
public sealed class TrustSetSourceIdentity() : StatementRule(new RuleDescriptor
{
    Id = "PL3053",
    Name = "trust-setsourceidentity",
    Category = RuleCategory.SageMaker,
    DefaultSeverity = Severity.Suggestion,
    AppliesTo = PolicyTypes.Trust,
    LooksAt = Effect.Allow,
    Needs = StatementParts.Principal,
    Title = "A role of SageMaker whose sessions cannot say who the user is",
    Why = "Where several Studio users share an execution role, CloudTrail shows the role and not the user. A domain with `ExecutionRoleIdentityConfig` set to `USER_PROFILE_NAME` writes the profile's name as the source identity, if the role lets it.",
    Remedy = "Add `sts:SetSourceIdentity` beside `sts:AssumeRole`.",
    Limits = "Whether the role is one of Studio, and how its domain is configured, is not in the policy.",
    Sources = ["https://docs.aws.amazon.com/sagemaker/latest/dg/monitor-user-access.html"],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (SageMakerService.FindIn(statement) is not { } service || statement.HasUnknownAction)
            return;

        if (context.Catalog.TryGetAction("sts", "SetSourceIdentity", out CatalogAction setSourceIdentity) && !IsAllowed(statement.Policy, setSourceIdentity))
            context.Report(service, $"{service.Quoted()} may not set the source identity, so CloudTrail cannot tell who of several users works as the role");
    }

    private static bool IsAllowed(PolicyAccess policy, CatalogAction action)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Allow && SageMakerService.IsNamedIn(statement) && statement.Actions.Contains(action.Ordinal))
                return true;
        }

        return false;
    }
}
