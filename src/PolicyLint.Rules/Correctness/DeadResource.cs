using System.Collections.Immutable;
using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2010: a resource that no action of the statement works on, beside others that are fine.</summary>
public sealed class DeadResource() : StatementRule(new RuleDescriptor
{
    Id = "PL2010",
    Name = "dead-resource",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Warning,
    AppliesTo = PolicyTypes.All & ~PolicyTypes.Trust,
    Needs = StatementParts.NamedResource,
    Title = "A resource that no action of the statement works on, beside others that are fine",
    Why = "The ARN neither allows nor denies anything. Usually it is misspelt or belongs to another statement, and whoever reads the policy believes that it is allowed, or that it is denied.",
    Remedy = "Correct the ARN, move it to the statement of its actions, or take it out.",
    Limits = "Where no resource of the statement fits, PL2008 says so. AWS's reference lacks some types of resources: outside SageMaker, IAM, S3, ECR, KMS, Lambda, Secrets Manager and Step Functions the finding is a suggestion.",
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
        ImmutableArray<ResourcePattern> unused = statement.UnusedResources;

        // Where nothing fits it is the statement that is wrong.
        if (unused.IsEmpty || unused.Length == statement.ResourcePatterns.Length)
            return;

        foreach (ResourcePattern resource in unused)
        {
            if (!ResourceFit.HasMisfit(resource, context))
                ResourceFit.Report(resource, statement, Severity.Warning, context);
        }
    }
}
