using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2008: a resource that no action of the statement works on.</summary>
public sealed class ResourceTypeMismatch() : Rule(new RuleDescriptor
{
    Id = "PL2008",
    Name = "resource-type-mismatch",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Warning,
    AppliesTo = PolicyTypes.All & ~PolicyTypes.Trust,
    Title = "A resource that no action of the statement works on",
    Why = "Each action works on certain types of resources. An ARN of none of those types neither allows nor denies anything: the statement does not do what it looks like, often because a bucket is named where its objects are meant.",
    Remedy = "Name a resource of a type that the actions work on, or move the ARN to the statement of the actions that it belongs to.",
    Limits = "AWS's reference lacks some types of resources: where AWS is known to accept the ARN, the catalogue has a gap. Statements with an action that the catalogue does not have are passed over, and so are NotAction and NotResource.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Action is null || statement.Statement.Resource is null)
            return;

        ReachableTypes? types = null;
        foreach (ResourcePattern resource in statement.ResourcePatterns)
        {
            if (resource.Kind == ResourcePatternKind.Arn && !(types ??= new(statement)).MayMatch(resource))
                Report(resource, statement, context);
        }
    }

    private static void Report(ResourcePattern resource, StatementAccess statement, RuleContext context)
    {
        if (statement.HasUnknownAction)
        {
            context.CannotJudge(resource.Text, "an action of the statement is not known before deployment");
            return;
        }

        List<CatalogAction> actions = [.. statement.Actions.Where(ordinal => !context.Catalog.IsPhantom(ordinal)).Select(context.Catalog.GetAction).Where(action => action.SupportsResourceLevel)];

        // That no action at all takes an ARN is PL2009's matter.
        if (actions.Count > 0)
            context.Report(
                resource.Text,
                $"No action of this statement works on {resource.Text.Quoted()} in the catalogue of {context.Catalog.Date:O}{ArnExample.Hint(resource.Arn!, actions)}",
                related: (statement.Statement.Action!, "these actions"));
    }
}
