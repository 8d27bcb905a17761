using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2166: tags are demanded but may not be given.</summary>
public sealed class CreateWithoutAddTags() : StatementRule(new RuleDescriptor
{
    Id = "PL2166",
    Name = "create-without-addtags",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Suggestion,
    AppliesTo = PolicyTypes.Identity,
    Services = ["sagemaker"],
    Needs = StatementParts.Condition,
    Title = "Tags are demanded but may not be given",
    Why = "Who creates a SageMaker resource with tags needs `sagemaker:AddTags` on it as well. Here the condition demands tags, and no statement allows AddTags: without tags the call fails on the condition, and with them on AddTags.",
    Remedy = "Allow `sagemaker:AddTags` on the same resources, with `sagemaker:TaggingAction` in Condition so that it holds for creating only.",
    Limits = "Other policies of the same user or role are not looked at, nor are actions that a wildcard holds.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AddTags.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement is not { Effect: Effect.Allow, Condition: not null, Action: not null } || context.Catalog.SageMaker is not { } sageMaker || !DemandsTags(statement.Conditions) || !statement.ActionPatterns.MayMatch(sageMaker) || !sageMaker.TryGetAction("AddTags", out CatalogAction addTags))
            return;

        foreach (ActionPattern pattern in statement.ActionPatterns.About(sageMaker))
        {
            if (pattern.Action is { } create && create.Service == sageMaker && Needs(create, addTags) && FindUntagged(create, addTags, statement) is { } type)
                context.Report(pattern.Text, $"{pattern.Text.Quoted()} demands tags, but nothing allows `{addTags}` on {type.Name.Quoted()}");
        }
    }

    private static bool DemandsTags(ConditionAccess conditions)
    {
        foreach (ConditionTerm term in conditions.Terms)
        {
            if ((term.IsAbout("aws:RequestTag/") || term.IsAbout("aws:TagKeys")) && term.WhenAbsent == KeyAbsence.NeverHolds)
                return true;
        }

        return false;
    }

    private static bool Needs(CatalogAction create, CatalogAction addTags)
    {
        foreach (CatalogAction needed in create.DependentActions)
        {
            if (needed == addTags)
                return true;
        }

        return false;
    }

    // The resource that is made; others that the action names exist already. AddTags on any of them counts.
    private static CatalogResourceType? FindUntagged(CatalogAction create, CatalogAction addTags, StatementAccess statement)
    {
        CatalogResourceType? made = null;
        foreach (CatalogActionResource target in create.ResourceTypes)
        {
            if (IsTaggable(target.Type, statement.Policy, addTags))
                return null;

            made ??= target.Type;
        }

        return made;
    }

    private static bool IsTaggable(CatalogResourceType type, PolicyAccess policy, CatalogAction addTags)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Allow
                && (statement.IsNotAction ? statement.Actions.Contains(addTags.Ordinal) || statement.HasUnknownAction : statement.ActionPatterns.MayMatch(addTags) || statement.HasUnknownAction)
                && (statement.CanMatch(type) || statement.HasUnknownResource))
                return true;
        }

        return false;
    }
}
