using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3008: SageMaker actions that change something are allowed on every resource.</summary>
public sealed class SageMakerWriteAnyResource() : StatementRule(new RuleDescriptor
{
    Id = "PL3008",
    Name = "sagemaker-write-any-resource",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Title = "SageMaker actions that change something are allowed on every resource",
    Why = "Any team can stop, overwrite or delete any other team's endpoints, pipelines and features, by mistake or not. "
        + "The actions that the message names can be limited to ARNs.",
    Remedy = "Write the ARNs of the team's own resources in Resource, by a prefix of their names, or ask for a tag in Condition. "
        + "Actions that know no resources, such as most of `sagemaker:List*`, stay on `*` in a statement of their own.",
    Limits = "Whether the account is one team's alone is not in the policy. Presigned URLs, lifecycle configurations, tags, resource policies and purchases "
        + "have rules of their own (PL3012, PL3015, PL3020, PL3021, PL3031).",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.IsNotResource || context.Catalog.SageMaker is not { } sageMaker)
            return;

        context.CannotJudgeActions(statement);
        if (MayWrite(statement, sageMaker))
            Check(statement, sageMaker, context);
    }

    private static void Check(StatementAccess statement, CatalogService sageMaker, RuleContext context)
    {
        if (statement.ResourcePatterns.FirstOrDefault(pattern => pattern.MeansEveryResourceOf(sageMaker)) is not { } everything)
        {
            context.CannotJudgeResources(statement);
            return;
        }

        if (statement.Conditions.Terms.Any(IsLimit))
            return;

        List<CatalogAction> open =
        [
            .. statement.Policy.GrantedBy(statement).Intersect(sageMaker.AllActions()).Writes(context.Catalog).Where(IsOrdinary),
        ];
        if (open.Count == 0)
            return;

        List<string> names = [.. open.Select(action => action.Name)];
        string verb = open.Count == 1 ? "works" : "work";
        context.Report(
            everything.Text,
            $"{names.Listed()} {verb} on everybody's resources, and could be limited to ARNs such as `{ArnFor(open)}`",
            statement.Conditions.IsScoping ? SecuritySeverity.Low : SecuritySeverity.Medium);
    }

    // What is worse than a write on others' resources has a rule of its own, which also knows what limits it.
    private static bool IsOrdinary(CatalogAction action) =>
        action.SupportsResourceLevel
        && action.Risk is not (ActionRisk.PresignedUrl or ActionRisk.CodeExecution or ActionRisk.ResourcePolicy or ActionRisk.TagControl or ActionRisk.Purchase);

    private static bool MayWrite(StatementAccess statement, CatalogService sageMaker)
    {
        if (statement.IsNotAction || !statement.ActionPatterns.MayMatch(sageMaker))
            return statement.IsNotAction;

        foreach (ActionPattern pattern in statement.ActionPatterns.About(sageMaker))
        {
            if (pattern.Action is not { } action ? (pattern.Service ?? sageMaker) == sageMaker : action.Service == sageMaker && action is { IsWrite: true, SupportsResourceLevel: true })
                return true;
        }

        return false;
    }

    // Tags, parameters, callers, networks. A region or the account's own resources are still everybody's.
    private static bool IsLimit(ConditionTerm term) =>
        (term.Scope & ~(ConditionScope.Region | ConditionScope.Time)) != 0
        && !term.IsAbout("aws:ResourceAccount")
        && !term.IsAbout("aws:ResourceOrgID")
        && !term.IsAbout("aws:ResourceOrgPaths");

    // Of the types that an action takes, one that it needs says most.
    private static string ArnFor(List<CatalogAction> actions)
    {
        foreach (CatalogAction action in actions)
        {
            foreach (CatalogActionResource resource in action.ResourceTypes)
            {
                if (resource.IsRequired)
                    return resource.Type.ArnFormats[0];
            }
        }

        return actions[0].ResourceTypes[0].Type.ArnFormats[0];
    }
}
