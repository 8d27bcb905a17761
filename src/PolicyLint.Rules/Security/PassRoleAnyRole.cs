using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1005: any role may be passed to a service.</summary>
public sealed class PassRoleAnyRole() : StatementRule(new RuleDescriptor
{
    Id = "PL1005",
    Name = "passrole-any-role",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Critical,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = ["iam:PassRole"],
    IssueCodes = Forms,
    Title = "Any role may be passed to a service",
    Why = "Whoever may pass any role runs code as the most powerful one: a notebook, a training job or a function is given the "
        + "administrator's role and does what its owner says. A condition on `iam:PassedToService` keeps that to the services it "
        + "names, yet every role that trusts one of them stays open.",
    Remedy = "Name the roles that are meant for the service, and the service: the ARN in Resource, and `iam:PassedToService` in "
        + "Condition with StringEquals.",
    Limits = "Which roles there are and whom they trust is not in the policy. Access Analyzer warns of `*` and NotResource only, and is silent where `iam:PassedToService` names a service.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-pass-role-with-star-in-resource",
    ],
    Since = "0.1.0",
})
{
    private static ImmutableArray<IssueCode> Forms =>
    [
        IssueCodes.PassRoleWithStarInResource,
        IssueCodes.PassRoleWithStarInActionAndResource,
        IssueCodes.PassRoleWithStarInResourceAndNotAction,
        IssueCodes.PassRoleWithNotResource,
        IssueCodes.PassRoleWithStarInActionAndNotResource,
        IssueCodes.PassRoleWithNotActionAndNotResource,
    ];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (context.Catalog.PassRole is not { } passRole || statement.PlaceOf(passRole) is null)
            return;

        if (context.Options.Profile == RuleProfile.AccessAnalyzer)
            ReportAsService(statement, passRole, context);
        else if (PassRoleGrant.Find(statement, context.Catalog) is { } grant)
            Check(grant, statement, context);
    }

    // The service does not see that a Deny takes the grant away, nor what NotResource leaves out.
    private void ReportAsService(StatementAccess statement, CatalogAction passRole, RuleContext context)
    {
        if (FindForm(statement, passRole) is { } wide)
            context.As(wide.Code).Report(wide.Action, MessageAbout(wide), related: (wide.Resource, "on this"));
    }

    private WideGrant? FindForm(StatementAccess statement, CatalogAction passRole) =>
        PassRoleGrant.IsLimitedForService(statement) ? null : WideGrant.Find(statement, passRole, Descriptor.IssueCodes);

    private void Check(PassRoleGrant grant, StatementAccess statement, RuleContext context)
    {
        if (!statement.CoversAllOf(grant.RoleType))
        {
            foreach (ResourcePattern pattern in statement.ResourcePatterns)
            {
                if (!statement.IsNotResource && MayBeAnyRole(pattern))
                    context.CannotJudge(pattern.Text, "which roles may be passed is not known before deployment");
            }

            return;
        }

        WideGrant? wide = FindForm(statement, grant.Action);
        if ((wide?.Resource ?? statement.PlaceOfResources(pattern => pattern.CoversAllOf(grant.RoleType))) is not { } resource)
            return;

        bool isLimited = grant.ServiceTerm is not null || grant.IsServiceDenied || statement.Conditions.IsScoping;
        context.As(wide?.Code).Report(grant.Place, MessageAbout(grant), isLimited ? SecuritySeverity.High : SecuritySeverity.Critical, related: (resource, "on this"));
    }

    private static string MessageAbout(WideGrant wide)
    {
        string giver = wide.Action is PolicyString written ? written.Quoted() : "NotAction";
        string roles = wide.Resource is PolicyString ? "any role" : "every role that NotResource does not name";
        return $"{giver} lets the caller hand {roles} to a service that runs the caller's code";
    }

    private static string MessageAbout(PassRoleGrant grant)
    {
        if (grant.ServiceTerm is not { } term)
            return $"{grant.Giver} lets the caller hand any role, an administrator's too, to a service that runs the caller's code";

        List<string> services = [.. term.Entry.Values.Select(value => value.Text)];
        return $"{grant.Giver} lets the caller make {services.Listed()} act as any role that trusts {(services.Count == 1 ? "it" : "them")}";
    }

    // Two names that have nothing in common both match: what is not known may be a wildcard.
    private static bool MayBeAnyRole(ResourcePattern pattern) => pattern.Kind == ResourcePatternKind.Unresolved
        || (pattern.Arn is { Resource: { HasUnknown: true } resource } && resource.Matches("role/a") && resource.Matches("role/b"));
}
