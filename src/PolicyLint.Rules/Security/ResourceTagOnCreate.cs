using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Security;

/// <summary>PL1036: a tag of the resource is asked for before the resource exists.</summary>
public sealed class ResourceTagOnCreate() : StatementRule(new RuleDescriptor
{
    Id = "PL1036",
    Name = "resource-tag-on-create",
    Category = RuleCategory.Security,
    Needs = StatementParts.Condition,
    Services = ["sagemaker"],
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.Identity,
    Title = "A tag of the resource is asked for before the resource exists",
    Why = "What is being created has no tags yet, so that `aws:ResourceTag` is not in the request. With a positive operator an Allow never allows the creation and a Deny never denies it.",
    Remedy = "Ask for the tags that come with the request: `aws:RequestTag` for their values and `aws:TagKeys` for their keys.",
    Limits = "Only actions of SageMaker are looked at. Some creations are authorised on a parent that exists already, an endpoint's configuration, say; for those the finding is a suggestion.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html#access_tags_control-requests",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly string[] CreatedUnderParent =
    [
        "CreateClusterSchedulerConfig", "CreateComputeQuota", "CreateEndpoint", "CreateHubContentReference", "CreateImageVersion",
        "CreateInferenceComponent", "CreateModelPackage",
    ];

    private enum Creation
    {
        None,
        UnderParent,
        OfItsOwn,
    }

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null || statement.IsNotAction || context.Catalog.SageMaker is not { } sageMaker)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (!term.IsAbout("aws:ResourceTag/") && !term.IsAbout("sagemaker:ResourceTag/"))
                continue;

            Creation creation = CreationOf(statement, sageMaker);
            if (creation == Creation.None || statement.Conditions.Mentions("aws:RequestTag/"))
                return;

            Report(statement.Statement.Effect, term, creation, context);
        }
    }

    private static void Report(Effect effect, ConditionTerm term, Creation creation, RuleContext context)
    {
        string outcome = (effect, term.WhenAbsent) switch
        {
            (Effect.Deny, KeyAbsence.Holds) => "denies every creation",
            (Effect.Deny, _) => "never denies the creation",
            (_, KeyAbsence.Holds) => "allows the creation whatever the tags",
            _ => "never allows the creation",
        };
        context.Report(
            term.Entry.Key,
            $"What is being created has no {term.Entry.Key.Quoted()} yet, so this {outcome}: ask for `aws:RequestTag`",
            creation == Creation.UnderParent ? SecuritySeverity.None : SecuritySeverity.Medium);
    }

    // A presigned URL is made for something that exists.
    private static Creation CreationOf(StatementAccess statement, CatalogService sageMaker)
    {
        Creation result = Creation.None;
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Service is not { } service || service.Index != sageMaker.Index || !pattern.Name.StartsWith("Create", StringComparison.OrdinalIgnoreCase))
                return Creation.None;

            if (pattern.Action is { Risk: ActionRisk.PresignedUrl })
                return Creation.None;

            bool isUnderParent = pattern.Action is { } action && CreatedUnderParent.Contains(action.Name);
            if (result != Creation.OfItsOwn)
                result = isUnderParent ? Creation.UnderParent : Creation.OfItsOwn;
        }

        return result;
    }
}
