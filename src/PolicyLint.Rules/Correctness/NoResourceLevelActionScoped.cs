using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2009: an action on an ARN that AWS only supports on <c>*</c>.</summary>
public sealed class NoResourceLevelActionScoped() : StatementRule(new RuleDescriptor
{
    Id = "PL2009",
    Name = "no-resource-level-action-scoped",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.All & ~PolicyTypes.Trust,
    Needs = StatementParts.NamedResource,
    Title = "An action on an ARN that AWS only supports on `*`",
    Why = "For an action without resource-level permission AWS compares the Resource with `*` only. On an ARN, however wide, an Allow never allows the action, and a Deny never denies it.",
    Remedy = "Move the action to a statement of its own with `\"Resource\": \"*\"`, or take it out.",
    Limits = "AWS's reference lacks the resource types of some actions, and some services compare such an action with the ARN of the whole account: where an ARN of the service ends in a star, the finding is a suggestion, and elsewhere a warning. For SageMaker and ECR the reference is known to be complete.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Action is null || statement.Statement.Resource is not { } resource || statement.MatchesStar)
            return;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (NeedsStar(pattern, context.Catalog) && !EcrAuthTokenScoped.IsLogin(pattern))
                Report(pattern, statement, resource, context);
        }
    }

    private static void Report(ActionPattern pattern, StatementAccess statement, PolicyStringList resource, RuleContext context)
    {
        if (statement.ResourcePatterns.Any(static value => value.Kind == ResourcePatternKind.Unresolved))
        {
            context.CannotJudge(pattern.Text, "whether `*` is among the resources is not known before deployment");
            return;
        }

        (string never, string maybe) = statement.Statement.Effect == Effect.Deny
            ? ("this Deny never denies it", "this Deny may not deny it")
            : ("this Allow never allows it", "this Allow may not allow it");
        string documented = $"AWS documents {pattern.Text.Quoted()} for `*` only";
        if (MayBeItsAccount(pattern, statement))
            context.Report(pattern.Text, $"{documented}: {maybe} (catalogue of {context.Catalog.Date:O})", Severity.Suggestion, (resource, "there is no `*` here"));
        else
            context.OfCatalog().Report(pattern.Text, $"{documented}: {never}, unless the catalogue of {context.Catalog.Date:O} has a gap", IsWellKnown(pattern) ? Severity.Error : Severity.Warning, (resource, "there is no `*` here"));
    }

    // Some services compare such actions with an ARN of the whole account all the same, arn:aws:s3:::* for s3:ListAllMyBuckets.
    // For SageMaker and ECR it is known that they do not.
    private static bool MayBeItsAccount(ActionPattern pattern, StatementAccess statement)
    {
        if (IsWellKnown(pattern))
            return false;

        string prefix = pattern.Prefix.ToLowerInvariant();
        foreach (ResourcePattern resource in statement.ResourcePatterns)
        {
            if (resource.Arn is { } arn && arn.Service.Matches(prefix) && resource.Text.Value.EndsWith('*'))
                return true;
        }

        return false;
    }

    private static bool IsWellKnown(ActionPattern pattern) =>
        pattern.Prefix.Equals("ecr", StringComparison.OrdinalIgnoreCase) || pattern.Prefix.StartsWith("sagemaker", StringComparison.OrdinalIgnoreCase);

    private static bool NeedsStar(ActionPattern pattern, ServiceCatalog catalog)
    {
        if (pattern.Action is { } exact)
            return !exact.SupportsResourceLevel;

        if (pattern.Kind != ActionPatternKind.Wildcard || pattern.Actions.IsEmpty)
            return false;

        foreach (int ordinal in pattern.Actions)
        {
            if (catalog.IsPhantom(ordinal) || catalog.GetAction(ordinal).SupportsResourceLevel)
                return false;
        }

        return true;
    }
}
