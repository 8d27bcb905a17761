using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1002: a wildcard stands in the service of an action.</summary>
public sealed class ServicePrefixWildcard() : StatementRule(new RuleDescriptor
{
    Id = "PL1002",
    Name = "service-prefix-wildcard",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    Supersedes =
    [
        "PL1007", "PL1040", "PL1041", "PL1042", "PL1050", "PL1051", "PL1052", "PL1053", "PL1054", "PL1055", "PL1056", "PL1057",
        "PL1058", "PL1059", "PL1060", "PL3008", "PL3010", "PL3011", "PL3012", "PL3013", "PL3014", "PL3015", "PL3016", "PL3017",
        "PL3018", "PL3019", "PL3020", "PL3021", "PL3022", "PL3023", "PL3024", "PL3025", "PL3026", "PL3027", "PL3028", "PL3029",
        "PL3030", "PL3031", "PL3060", "PL3061", "PL3062", "PL3063", "PL3064", "PL3065", "PL3066", "PL3067", "PL5001", "PL5002",
        "PL5003", "PL5004", "PL5005", "PL5006", "PL5007", "PL5008", "PL5009", "PL5010",
    ],
    IssueCodes = [IssueCodes.WildcardInServiceName],
    Title = "A wildcard stands in the service of an action or an ARN",
    Why = "`s*:*` was perhaps meant for one service and holds dozens, S3, STS and Systems Manager among them, and each that AWS "
        + "launches under such a name. People and tools that search policies for a service's name do not find it. "
        + "The grammar of policies knows `*` and `service:action`, and nothing between.",
    Remedy = "Write the service out, in one value for each service.",
    Limits = "How many services and actions match is counted in the catalogue; what AWS has added since is not.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.ActionPatterns.Has(ActionPatternKind.Wildcard))
        {
            foreach (ActionPattern pattern in statement.ActionPatterns)
            {
                if (pattern is { Kind: ActionPatternKind.Wildcard, Service: null })
                    Report(pattern, statement, context);
            }
        }

        foreach (ResourcePattern resource in statement.ResourcePatterns)
        {
            if (!resource.NamesService && resource.Arn is { WrittenFields: > ServiceField, Service.HasWildcard: true } arn)
                context.Report(resource.Text, $"{resource.Text.Quoted()} reaches into every service whose name fits {arn.Service.Text.Quoted()}, also those that AWS adds", RiskOf(statement, writes: false) == SecuritySeverity.None ? SecuritySeverity.None : SecuritySeverity.Low);
        }
    }

    // arn, partition, service.
    private const int ServiceField = 2;

    private static void Report(ActionPattern pattern, StatementAccess statement, RuleContext context)
    {
        int services = 0;
        int writes = 0;
        int lastService = -1;
        foreach (int ordinal in pattern.Actions)
        {
            if (context.Catalog.IsPhantom(ordinal))
                continue;

            CatalogAction action = context.Catalog.GetAction(ordinal);
            writes += action.IsWrite ? 1 : 0;
            services += action.Service.Index != lastService ? 1 : 0;
            lastService = action.Service.Index;
        }

        // A pattern that matches nothing grants nothing: another rule says so.
        if (services == 0)
            return;

        string what = writes > 0 ? writes.Times("write action") : "only actions that read";
        context.Report(pattern.Text, $"{pattern.Text.Quoted()} stands for {services.Times("service")} and {what}, and for what AWS adds under such names", RiskOf(statement, writes > 0));
    }

    // Nobody gains by a Deny, and little by what NotAction leaves out; but both may hit what was not meant.
    private static SecuritySeverity RiskOf(StatementAccess statement, bool writes)
    {
        if (statement.Statement.Effect != Effect.Allow || statement.IsNotAction)
            return SecuritySeverity.None;

        if (PolicyTypes.Limits.Includes(statement.Policy.Document.Type))
            return SecuritySeverity.Low;

        return writes && !statement.Conditions.IsScoping ? SecuritySeverity.High : SecuritySeverity.Medium;
    }
}
