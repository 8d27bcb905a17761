using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1007: everything a service can do is allowed on every resource.</summary>
public sealed class ServiceFullAccess() : StatementRule(new RuleDescriptor
{
    Id = "PL1007",
    Name = "service-full-access",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Needs = StatementParts.ActionPattern,
    Supersedes = ["PL1041", "PL1042", "PL1054", "PL1056", "PL1058", "PL1059", "PL1060", "PL3029", "PL3030"],
    Title = "Everything a service can do is allowed on every resource",
    Why = "The caller can delete, overwrite, share and reconfigure whatever the account has in the service, other teams' work "
        + "included, although most users need a handful of the actions. What AWS adds to the service is allowed as well.",
    Remedy = "Name the actions that are needed, which can be done for every service, and the resources where the service knows them.",
    Limits = "SageMaker and its MLflow have rules of their own (PL3002, PL3028). Policies of resources are not looked at: there, `*` means the one resource. "
        + "Lists without a wildcard name the actions already, whatever they add up to. The risk is high for the services in which full access "
        + "acts as somebody else: `iam`, `organizations`, `eks`, `ssm` and `lambda`.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_access-advisor.html",
    ],
    Since = "0.1.0",
})
{
    // Full access to these acts as somebody else: users and roles, an account's administrator, the administrator of a cluster
    // by an access entry, the role of a machine by a command, the role of a function by its code.
    private static readonly ImmutableArray<string> ActsAsOthers = ["iam", "organizations", "eks", "ssm", "lambda"];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.IsNotResource || (statement.ActionPatterns.AreAllExact && !statement.IsNotAction))
            return;

        if (FindServices(statement, context) is { Count: > 0 } services)
            Report(services, statement, context);
    }

    private static void Report(List<CatalogService> services, StatementAccess statement, RuleContext context)
    {
        CatalogService first = services[0];
        PolicyNode? place = statement.PlaceOfActions(actions => services.TrueForAll(actions.HoldsEveryWriteOf));
        PolicyNode? resource = statement.PlaceOfResources(pattern => pattern.MeansEveryResourceOf(first));
        if (place is null || resource is null)
            return;

        List<string> names = [.. services.Select(service => service.Prefix)];
        string message = names.Count == 1
            ? $"Full access to {first.Prefix.Quoted()} on every resource: {statement.Actions.CountOf(first).Times("action")}"
            : $"Full access to {names.Count} services on every resource: {names.Listed()}";
        context.Report(place, message, RiskOf(services, statement), related: (resource, "on this"));
    }

    private static SecuritySeverity RiskOf(List<CatalogService> services, StatementAccess statement)
    {
        bool isLimited = statement.Conditions.IsScoping;
        if (services.Exists(service => ActsAsOthers.Contains(service.Prefix)))
            return isLimited ? SecuritySeverity.Medium : SecuritySeverity.High;

        return isLimited || !services.Exists(KnowsResources) ? SecuritySeverity.Low : SecuritySeverity.Medium;
    }

    private static List<CatalogService>? FindServices(StatementAccess statement, RuleContext context)
    {
        List<CatalogService>? found = null;
        HashSet<int>? considered = null;
        void Consider(CatalogService service)
        {
            if ((considered ??= []).Add(service.Index) && IsWholly(service, statement, context))
                (found ??= []).Add(service);
        }

        if (statement.IsNotAction)
        {
            // Everything but a few, on any resource, is for PL1003.
            if (statement.CoversAnyResource)
                return null;

            foreach (CatalogService service in context.Catalog.Services)
                Consider(service);

            return found;
        }

        int lastService = -1;
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Kind == ActionPatternKind.Exact)
                continue;

            if (pattern.Kind == ActionPatternKind.Unresolved)
            {
                context.CannotJudgeActions(statement);
            }
            else if (pattern.Service is { FirstWrite: { } first } service)
            {
                // What adds up to every write has a value that holds the first one.
                if (pattern.Holds(first) || (service.Index != lastService && statement.ActionPatterns.Names(first)))
                    Consider(service);

                lastService = service.Index;
            }
            else if (pattern.Kind == ActionPatternKind.Everything && statement.CoversAnyResource)
            {
                // Everything on any resource is for PL1001.
                return null;
            }
            else if (pattern.Kind == ActionPatternKind.Everything || (pattern.Kind == ActionPatternKind.Wildcard && pattern.Service is null))
            {
                foreach (CatalogService any in context.Catalog.Services)
                    Consider(any);
            }
        }

        return found;
    }

    // Where no action can be limited to resources, the actions are all that can be narrowed.
    private static bool KnowsResources(CatalogService service)
    {
        foreach (CatalogAction action in service.Actions)
        {
            if (action is { IsWrite: true, SupportsResourceLevel: true })
                return true;
        }

        return false;
    }

    private static bool IsWholly(CatalogService service, StatementAccess statement, RuleContext context)
    {
        if (!statement.Actions.HoldsEveryWriteOf(service) || service.Prefix is "sagemaker" or "sagemaker-mlflow")
            return false;

        if (!statement.MeansEveryResourceOf(service))
        {
            context.CannotJudgeResources(statement);
            return false;
        }

        return statement.Policy.GrantedBy(statement).HoldsEveryWriteOf(service);
    }
}
