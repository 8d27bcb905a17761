using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2107: iAM Roles Anywhere is trusted without the actions that it needs.</summary>
public sealed class RolesAnywhereActionsMissing() : PolicyRule(new RuleDescriptor
{
    Id = "PL2107",
    Name = "roles-anywhere-actions-missing",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.Trust,
    Needs = StatementParts.Principal,
    IssueCodes = [IssueCodes.MissingActionForRolesAnywhereTrustPolicy],
    Title = "IAM Roles Anywhere is trusted without the actions that it needs",
    Why = "IAM Roles Anywhere names the session after the certificate and tags it with the certificate's fields. Without all three actions it cannot assume the role.",
    Remedy = "Allow `sts:AssumeRole`, `sts:SetSourceIdentity` and `sts:TagSession` to `rolesanywhere.amazonaws.com`.",
    Sources =
    [
        "https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-action-for-roles-anywhere-trust-policy",
    ],
    Since = "0.1.0",
})
{
    private const string RolesAnywhere = "rolesanywhere.amazonaws.com";
    private static readonly string[] Needed = ["AssumeRole", "SetSourceIdentity", "TagSession"];

    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        PolicyString? first = null;
        ActionSet allowed = ActionSet.Empty;
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect != Effect.Allow || Find(statement.Statement.Principal) is not { } value)
                continue;

            first ??= value;
            if (statement.HasUnknownAction)
            {
                context.CannotJudgeActions(statement);
                return;
            }

            allowed = allowed.Union(statement.Actions);
        }

        if (first is not null)
            Check(first, allowed, context);
    }

    private static void Check(PolicyString principal, ActionSet allowed, RuleContext context)
    {
        List<string> missing = [.. Needed.Where(name => context.Catalog.TryGetAction("sts", name, out CatalogAction action) && !allowed.Contains(action.Ordinal)).Select(name => $"sts:{name}")];
        if (missing.Count > 0)
            context.Report(principal, $"{principal.Quoted()} cannot assume the role without {missing.Listed()}");
    }

    private static PolicyString? Find(Principal? principal)
    {
        if (!principal.Has(PrincipalValues.Service))
            return null;

        foreach (PolicyString value in principal.Of(PrincipalValues.Service))
        {
            if (value.Value == RolesAnywhere)
                return value;
        }

        return null;
    }
}
