using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3002: everything SageMaker can do is allowed on every resource.</summary>
public sealed class SageMakerFullAccess() : StatementRule(new RuleDescriptor
{
    Id = "PL3002",
    Name = "sagemaker-full-access",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Supersedes =
    [
        "PL1002", "PL3006", "PL3007", "PL3008", "PL3010", "PL3011", "PL3012", "PL3013", "PL3014", "PL3015", "PL3016", "PL3018",
        "PL3019", "PL3020", "PL3021", "PL3022", "PL3023", "PL3024", "PL3025", "PL3026", "PL3027", "PL3028", "PL3031", "PL3060",
        "PL3061", "PL3062", "PL3063", "PL3064", "PL3065", "PL3066", "PL3067", "PL4010", "PL5006",
    ],
    Title = "Everything SageMaker can do is allowed on every resource",
    Why = "The caller administers every domain, opens any user's Studio with a presigned URL, sets scripts that run as root when "
        + "others start their notebooks, shares models with other accounts, and deletes what other teams train and serve. "
        + "IAM marks none of these actions as permissions management, so that they look like ordinary writes.",
    Remedy = "Name the actions that the users need, on named resources: a path or a prefix for each team. Leave domains, user "
        + "profiles, lifecycle configurations and resource policies to whoever administers SageMaker. A narrower policy to start from: "
        + "`policylint suggest --persona data-scientist`.",
    Limits = "Statements are not added up: two that each allow a half are not found. `s*:*`, which holds other services too, is for PL1002.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
        "https://docs.aws.amazon.com/wellarchitected/latest/machine-learning-lens/mlsec-03.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        context.CannotJudgeActions(statement);
        if (context.Catalog.SageMaker is { } sageMaker && MayHoldAll(statement, sageMaker))
            Check(statement, sageMaker, context);
    }

    private static void Check(StatementAccess statement, CatalogService sageMaker, RuleContext context)
    {
        if (!statement.Actions.HoldsEveryWriteOf(sageMaker) || HasWiderPrefix(statement, sageMaker))
            return;

        if (!statement.MeansEveryResourceOf(sageMaker))
        {
            context.CannotJudgeResources(statement);
            return;
        }

        PolicyNode? place = statement.PlaceOfActions(actions => actions.HoldsEveryWriteOf(sageMaker));
        PolicyNode? resource = statement.PlaceOfResources(pattern => pattern.MeansEveryResourceOf(sageMaker));
        ActionSet granted = statement.Policy.GrantedBy(statement);
        if (place is null || resource is null || !granted.Intersect(sageMaker.AllActions()).Writes(context.Catalog).Any())
            return;

        bool isLimited = statement.Conditions.IsScoping || !KeepsHighRisk(granted, sageMaker);
        context.Report(
            place,
            MessageAbout(statement, granted, sageMaker),
            isLimited ? SecuritySeverity.Medium : SecuritySeverity.High,
            related: (resource, "on this"));
    }

    // Names alone would have to be written out by the hundred.
    private static bool MayHoldAll(StatementAccess statement, CatalogService sageMaker) =>
        statement.IsNotAction || (!statement.ActionPatterns.AreAllExact && statement.ActionPatterns.MayMatch(sageMaker));

    // `s*:*` is about more services than SageMaker, and for PL1002.
    private static bool HasWiderPrefix(StatementAccess statement, CatalogService sageMaker)
    {
        if (statement.IsNotAction)
            return false;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern is { Kind: ActionPatternKind.Wildcard, Service: null }
                && pattern.Actions.HoldsEveryWriteOf(sageMaker)
                && !sageMaker.AllActions().IsSupersetOf(pattern.Actions))
            {
                return true;
            }
        }

        return false;
    }

    private static bool KeepsHighRisk(ActionSet granted, CatalogService sageMaker)
    {
        foreach (CatalogAction action in sageMaker.Actions)
        {
            if (action.IsHighRisk() && granted.Contains(action.Ordinal))
                return true;
        }

        return false;
    }

    private static string MessageAbout(StatementAccess statement, ActionSet granted, CatalogService sageMaker)
    {
        int allowed = statement.Actions.CountOf(sageMaker);
        string what = allowed == sageMaker.Actions.Count ? "permission" : "write permission";
        if (statement.Conditions.IsScoping)
            return $"Every SageMaker {what} on every resource, as far as the condition holds: {allowed} actions, among them opening any user's Studio";

        List<string> denied = [.. sageMaker.Actions.Where(action => statement.Actions.Contains(action.Ordinal) && !granted.Contains(action.Ordinal)).Select(action => action.Name)];
        return denied.Count == 0
            ? $"Every SageMaker {what} on every resource: {allowed} actions, among them opening any user's Studio and running code as any role that may be passed"
            : $"Every SageMaker {what} on every resource but what is denied, {denied.Listed()}: {allowed - denied.Count} actions remain";
    }
}
