using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1001: everything is allowed on every resource.</summary>
public sealed class AdminWildcard() : StatementRule(new RuleDescriptor
{
    Id = "PL1001",
    Name = "admin-wildcard",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Critical,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Supersedes =
    [
        "PL1002", "PL1003", "PL1005", "PL1006", "PL1007", "PL1010", "PL1012", "PL1014", "PL1040", "PL1041", "PL1042", "PL1050",
        "PL1051", "PL1052", "PL1053", "PL1054", "PL1055", "PL1056", "PL1057", "PL1058", "PL1059", "PL1060", "PL3002", "PL3006",
        "PL3007", "PL3008", "PL3010", "PL3011", "PL3012", "PL3013", "PL3014", "PL3015", "PL3016", "PL3017", "PL3018", "PL3019",
        "PL3020", "PL3021", "PL3022", "PL3023", "PL3024", "PL3025", "PL3026", "PL3027", "PL3028", "PL3029", "PL3030", "PL3031",
        "PL3060", "PL3061", "PL3062", "PL3063", "PL3064", "PL3065", "PL3066", "PL3067", "PL4010", "PL5001", "PL5002", "PL5003",
        "PL5004", "PL5005", "PL5006", "PL5007",
    ],
    Needs = StatementParts.ActionPattern,
    Title = "Everything is allowed on every resource",
    Why = "Whoever has the policy administers the account: reads and deletes all data, makes users and roles, takes any role, "
        + "and switches off the logs that would tell. Any program that runs with it can do the same when it is taken over.",
    Remedy = "Name the actions that are needed, on the resources that they are needed on. For people who do administer the "
        + "account, attach the AWS managed policy AdministratorAccess to a role that is taken with MFA, so that nobody else's policy says it.",
    Limits = "Policies of resources are not looked at: there, `*` means the one resource. Allow statements that are wide together but not alone are not added up.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
        "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (!statement.IsNotResource && MayBeEverything(statement))
            Check(statement, context);
    }

    private static void Check(StatementAccess statement, RuleContext context)
    {
        if (!statement.CoversAnyResource)
        {
            context.CannotJudgeResources(statement);
            return;
        }

        context.CannotJudgeActions(statement);
        if (!HoldsEveryWrite(statement.Actions, context.Catalog) || statement.Policy.GrantedBy(statement) is not { IsEmpty: false } granted)
            return;

        if (statement.PlaceOfActions(actions => HoldsEveryWrite(actions, context.Catalog)) is not { } place)
            return;

        bool keepsIam = context.Catalog.TryGetService("iam", out CatalogService iam) && granted.Overlaps(iam.AllActions());
        bool isLimited = statement.Conditions.IsScoping || !keepsIam;
        string limit = statement.Conditions.IsScoping ? ", as far as the condition holds" : keepsIam ? "" : ", less what is denied";
        string message = $"Every action of every service is allowed on every resource: whoever has the policy administers the account{limit}";
        PolicyNode resource = statement.PlaceOfResources(pattern => pattern.Kind == ResourcePatternKind.Everything)!;
        context.Report(place, message, isLimited ? SecuritySeverity.High : SecuritySeverity.Critical, related: (resource, "on this"));
    }

    // Names alone never add up to everything.
    private static bool MayBeEverything(StatementAccess statement)
    {
        if (statement.IsNotAction || statement.HasUnknownAction || statement.ActionPatterns.Has(ActionPatternKind.Everything))
            return true;

        return statement.ActionPatterns.Has(ActionPatternKind.Wildcard) && statement.HasWildcardService();
    }

    private static bool HoldsEveryWrite(ActionSet actions, ServiceCatalog catalog)
    {
        if (actions.Contains(catalog.UnknownServiceOrdinal) && actions.Count == catalog.OrdinalCount)
            return true;

        foreach (CatalogService service in catalog.Services)
        {
            foreach (CatalogAction action in service.Actions)
            {
                if (action.IsWrite && !actions.Contains(action.Ordinal))
                    return false;
            }
        }

        return true;
    }
}
