using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2008: actions and resources that have nothing to do with each other.</summary>
public sealed class ResourceTypeMismatch() : StatementRule(new RuleDescriptor
{
    Id = "PL2008",
    Name = "resource-type-mismatch",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.All & ~PolicyTypes.Trust,
    Needs = StatementParts.NamedResource,
    Title = "Actions and resources that have nothing to do with each other",
    Why = "Each action works on certain types of resources. Where no resource of the statement is of such a type, nothing is allowed or denied: the statement does not do what it looks like, often because a bucket is named where its objects are meant.",
    Remedy = "Name a resource of a type that the action works on, or move the action to the statement of the resources that it belongs to.",
    Limits = "AWS's reference lacks some types of resources: outside SageMaker, IAM, S3, ECR, KMS, Lambda, Secrets Manager and Step Functions the finding is a suggestion. Where an action is not in the catalogue the resources are not judged; NotAction and NotResource are passed over, and so are patterns of actions.",
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
        if (statement.Statement.Action is null || statement.Statement.Resource is not { Count: > 0 })
            return;

        // One unused resource among others is PL2010's matter.
        ImmutableArray<ResourcePattern> unused = statement.UnusedResources;
        if (!unused.IsEmpty && unused.Length == statement.ResourcePatterns.Length)
        {
            foreach (ResourcePattern resource in unused)
            {
                if (!ResourceFit.HasMisfit(resource, context))
                    ResourceFit.Report(resource, statement, Severity.Error, context);
            }
        }
        else if (statement.IdleActions is { IsEmpty: false } idle && !MayBeMisspelt(statement, context))
        {
            Report(idle, statement, context);
        }
    }

    // An ARN that is misspelt may have been meant for the action: PL2007 or PL2010 says so.
    private static bool MayBeMisspelt(StatementAccess statement, RuleContext context)
    {
        foreach (ResourcePattern resource in statement.ResourcePatterns)
        {
            if (resource.Kind is ResourcePatternKind.Malformed or ResourcePatternKind.Unresolved || ResourceFit.HasMisfit(resource, context))
                return true;
        }

        return false;
    }

    private static void Report(ImmutableArray<ActionPattern> idle, StatementAccess statement, RuleContext context)
    {
        CatalogAction first = idle[0].Action!.Value;
        string example = idle.Length == 1 && statement.ResourcePatterns[0].Arn is { } arn ? ArnExample.Hint(arn, [first]) : "";
        string work = idle.Length == 1
            ? $"{idle[0].Text.Quoted()} works on no resource of this statement"
            : $"{idle[0].Text.Quoted()} and {(idle.Length - 1).Times("more action")} work on no resource of this statement";
        bool isSure = idle.Any(pattern => ResourceFit.WeightFor(pattern.Action!.Value.Service.Prefix, Severity.Error) == Severity.Error);
        context.OfCatalog().Report(
            idle[0].Text,
            $"{work} in the catalogue of {context.Catalog.Date:O}{example}",
            isSure ? Severity.Error : Severity.Suggestion,
            [(statement.Statement.Resource!, "none of these"), .. idle.Skip(1).Select(pattern => ((PolicyNode)pattern.Text, "this one too"))]);
    }
}
