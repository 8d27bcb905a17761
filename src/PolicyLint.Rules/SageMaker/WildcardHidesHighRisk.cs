using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3007: a wildcard hides SageMaker actions that open sessions, run code or share.</summary>
public sealed class WildcardHidesHighRisk() : StatementRule(new RuleDescriptor
{
    Id = "PL3007",
    Name = "wildcard-hides-high-risk",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Needs = StatementParts.ActionPattern,
    Supersedes = ["PL3006", "PL3012", "PL3014", "PL3015", "PL3016", "PL3019", "PL3020", "PL3031", "PL5006"],
    Title = "A wildcard hides SageMaker actions that open sessions, run code or share",
    Why = "`sagemaker:Create*` was meant for jobs and models, and also makes presigned URLs that open other users' Studio, scripts "
        + "that run as root in other users' notebooks, and policies that share with other accounts. IAM marks none of "
        + "them as permissions management, so that a look at access levels does not find them.",
    Remedy = "Name the actions that are needed. Where the wildcard must stay, deny the dangerous actions on `*` in the same policy.",
    Limits = "Which actions are dangerous is PolicyLint's own judgement, written down in the catalogue with a reason for each. "
        + "`sagemaker:*` hides nothing: PL3002 and PL3006 look at it; nor does `sagemaker:CreatePresigned*`, which PL3012 looks at.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedDomainUrl.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-lifecycle-config.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.IsNotAction || statement.ActionPatterns.AreAllExact || context.Catalog.SageMaker is not { } sageMaker)
            return;

        context.CannotJudgeActions(statement);
        if (!statement.ActionPatterns.MayMatch(sageMaker))
            return;

        foreach (ActionPattern pattern in statement.ActionPatterns.About(sageMaker))
        {
            if (pattern.Kind == ActionPatternKind.Wildcard && pattern.Service == sageMaker && !pattern.Actions.Contains(sageMaker.PhantomOrdinal))
                Check(pattern, statement, context);
        }
    }

    // `sagemaker:CreatePresigned*` hides nothing: the rules about such URLs look at it as at the names.
    private static bool SaysWhatItIs(ActionPattern pattern, ActionRisk risk, ServiceCatalog catalog)
    {
        foreach (int ordinal in pattern.Actions)
        {
            if (catalog.GetAction(ordinal).Risk != risk)
                return false;
        }

        return true;
    }

    private static void Check(ActionPattern pattern, StatementAccess statement, RuleContext context)
    {
        ActionSet? granted = null;
        List<CatalogAction>? hidden = null;
        foreach (int ordinal in pattern.Actions)
        {
            CatalogAction action = context.Catalog.GetAction(ordinal);
            if (!action.IsHighRisk() || !statement.CanApplyTo(action))
                continue;

            granted ??= statement.Policy.GrantedBy(statement);
            if (granted.Contains(ordinal))
                (hidden ??= []).Add(action);
        }

        if (hidden is null || SaysWhatItIs(pattern, hidden[0].Risk, context.Catalog))
            return;

        List<string> names = [.. hidden.OrderBy(action => action.Risk).Select(action => action.Name)];
        string verb = hidden.Count == 1 ? "lets" : "let";
        string message = $"{pattern.Text.Quoted()} holds {names.Listed()}, which {verb} the caller {HighRisk.DeedsOf(hidden)}";
        context.Report(pattern.Text, message, statement.Conditions.IsScoping ? SecuritySeverity.Medium : SecuritySeverity.High);
    }
}
