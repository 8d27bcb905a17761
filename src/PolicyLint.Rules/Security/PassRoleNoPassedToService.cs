using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1006: a role may be passed to any service.</summary>
public sealed class PassRoleNoPassedToService() : StatementRule(new RuleDescriptor
{
    Id = "PL1006",
    Name = "passrole-no-passedtoservice",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = ["iam:PassRole"],
    Supersedes = ["PL1015"],
    Title = "A role may be passed to any service",
    Why = "A role that is meant for training jobs can also be given to a virtual machine, a function or a build, wherever its "
        + "trust policy lets that service in, and there it does what the caller's code says.",
    Remedy = "Add a condition: StringEquals on `iam:PassedToService` with the service that is to have the role, such as "
        + "`sagemaker.amazonaws.com`. With IfExists, with a negated operator and with ForAllValues it keeps nothing out.",
    Limits = "Whom the role trusts is not in the policy. Roles that are all written out are a lower risk than a pattern of them.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.IsNotResource || PassRoleGrant.Find(statement, context.Catalog) is not { } grant)
            return;

        // Any role at all is for PL1005, and a resource that may be anything cannot be judged there.
        if (statement.CoversAllOf(grant.RoleType) || grant.ServiceTerm is not null || grant.IsServiceDenied)
            return;

        bool isExact = true;
        PolicyNode? resource = null;
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.Kind == ResourcePatternKind.Malformed || !pattern.CanMatch(grant.RoleType))
                continue;

            resource ??= pattern.Text;
            isExact &= pattern.Arn is { Resource: { HasWildcard: false, HasVariable: false } };
        }

        if (resource is null)
            return;

        string roles = isExact ? "the role" : "such roles";
        string why = grant.VainServiceTerm is { } vain
            ? $"the condition on {vain.Entry.Key.Quoted()} sets no limit"
            : "no condition on `iam:PassedToService` sets a limit";
        context.Report(
            grant.Place,
            $"{grant.Giver} lets the caller hand {roles} to any service that the trust policy lets in: {why}",
            isExact ? SecuritySeverity.Medium : SecuritySeverity.High,
            related: (resource, "on this"));
    }
}
