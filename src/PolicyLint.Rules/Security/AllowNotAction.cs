using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1003: an Allow names the actions that it leaves out.</summary>
public sealed class AllowNotAction() : StatementRule(new RuleDescriptor
{
    Id = "PL1003",
    Name = "allow-not-action",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Needs = StatementParts.NotAction,
    Supersedes =
    [
        "PL1007", "PL1010", "PL1040", "PL1041", "PL1042", "PL1050", "PL1051", "PL1052", "PL1053", "PL1054", "PL1055", "PL1056",
        "PL1057", "PL1058", "PL1059", "PL1060", "PL3002", "PL3008", "PL3010", "PL3011", "PL3012", "PL3013", "PL3014", "PL3015",
        "PL3016", "PL3017", "PL3018", "PL3019", "PL3020", "PL3021", "PL3022", "PL3023", "PL3024", "PL3025", "PL3026", "PL3027",
        "PL3028", "PL3029", "PL3030", "PL3031", "PL3060", "PL3061", "PL3062", "PL3063", "PL3064", "PL3065", "PL3066", "PL3067",
        "PL5001", "PL5002", "PL5003", "PL5004", "PL5005", "PL5006", "PL5007",
    ],
    Title = "An Allow names the actions that it leaves out",
    Why = "NotAction allows every action of every service but the few that are named, thousands of them, and each that AWS adds "
        + "from the day that it does. What looks like a ban on `iam:*` hands out Studio sessions, encryption keys and all data.",
    Remedy = "Name the actions that are needed with Action. To take some away from a wider Allow, write a Deny beside it.",
    Limits = "Where every resource named belongs to other services than SageMaker, as in the user guide's own example for S3, nothing is reported.",
    Sources = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (!statement.IsNotAction || statement.Statement.NotAction is not { } place)
            return;

        if (statement.HasUnknownAction)
        {
            context.CannotJudgeActions(statement);
            return;
        }

        bool anyResource = statement.CoversAnyResource || statement.IsNotResource;
        ActionSet granted = statement.Policy.GrantedBy(statement);
        if (!anyResource)
        {
            if (context.Catalog.SageMaker is not { } sageMaker || !MeansSomeOf(sageMaker, statement))
            {
                context.CannotJudgeResources(statement);
                return;
            }

            granted = granted.Intersect(sageMaker.AllActions());
        }

        var (writes, services) = CountWrites(granted, statement, context.Catalog);
        if (writes == 0 || (statement.Statement.Resource ?? statement.Statement.NotResource) is not { } resource)
            return;

        string but = statement.ActionPatterns.IsEmpty ? "Everything" : $"Everything but {Named(statement).Listed()}";
        string message = $"{but} is allowed: {writes.Times("write action")} of {services.Times("service")}, and whatever AWS adds";
        bool isNarrow = !anyResource || statement.Conditions.IsScoping;
        context.Report(place, message, isNarrow ? SecuritySeverity.Medium : SecuritySeverity.High, related: (resource, "on this"));
    }

    private static List<string> Named(StatementAccess statement) => [.. statement.ActionPatterns.Select(pattern => pattern.Text.Value)];

    private static bool MeansSomeOf(CatalogService service, StatementAccess statement)
    {
        foreach (CatalogResourceType type in service.ResourceTypes)
        {
            if (MeansCertainly(statement, type))
                return true;
        }

        return false;
    }

    private static bool MeansCertainly(StatementAccess statement, CatalogResourceType type)
    {
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.Arn is { Service.HasUnknown: false } && pattern.CanMatch(type))
                return true;
        }

        return false;
    }

    private static (int Writes, int Services) CountWrites(ActionSet granted, StatementAccess statement, ServiceCatalog catalog)
    {
        bool isAnything = statement.CoversAnyResource && statement.MatchesStar;
        int writes = 0;
        int services = 0;
        int lastService = -1;
        foreach (CatalogAction action in granted.Writes(catalog))
        {
            if (!isAnything && !statement.CanApplyTo(action))
                continue;

            writes++;
            services += action.Service.Index != lastService ? 1 : 0;
            lastService = action.Service.Index;
        }

        return (writes, services);
    }
}
