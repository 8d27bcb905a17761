using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3006: a wildcard stands for SageMaker actions that change something.</summary>
public sealed class SageMakerWriteWildcard() : StatementRule(new RuleDescriptor
{
    Id = "PL3006",
    Name = "sagemaker-write-wildcard",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Needs = StatementParts.ActionPattern,
    Title = "A wildcard stands for SageMaker actions that change something",
    Why = "AWS adds actions to SageMaker every month, more than half of them writes, and the wildcard allows each on the day that "
        + "it exists. What `sagemaker:Create*` meant when it was written is not what it means today.",
    Remedy = "Name the actions that are needed. Wildcards that only read, such as `sagemaker:Describe*` and `sagemaker:List*`, are fine.",
    Limits = "Wildcards are counted as of the catalogue's date. A wildcard around one kind of thing, such as `sagemaker:*HumanLoop`, is a low risk.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
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

        int wildcards = 0;
        int most = 0;
        PolicyString? widest = null;
        SortedSet<int>? all = null;
        ActionSet? granted = null;
        foreach (ActionPattern pattern in statement.ActionPatterns.About(sageMaker))
        {
            if (pattern.Kind != ActionPatternKind.Wildcard || pattern.Service != sageMaker)
                continue;

            granted ??= statement.Policy.GrantedBy(statement);
            int count = 0;
            foreach (CatalogAction action in pattern.Actions.Writes(context.Catalog))
            {
                if (!granted.Contains(action.Ordinal) || !statement.CanApplyTo(action))
                    continue;

                (all ??= []).Add(action.Ordinal);
                count++;
            }

            wildcards += count > 0 ? 1 : 0;
            (most, widest) = count > most ? (count, pattern.Text) : (most, widest);
        }

        if (widest is null || all is null)
            return;

        string others = wildcards == 1 ? "" : $" and {(wildcards - 1).Times("more wildcard")}";
        string verb = wildcards == 1 ? "allows" : "allow";
        string message = $"{widest.Quoted()}{others} {verb} {all.Count.Times("SageMaker action")} that change something, and each that AWS adds under such a name";
        bool isSmall = statement.Conditions.IsScoping || AreAboutOneThing(all, context.Catalog);
        context.Report(widest, message, isSmall ? SecuritySeverity.Low : SecuritySeverity.Medium);
    }

    // StartHumanLoop, StopHumanLoop and DeleteHumanLoop: one verb each, the same thing.
    private static bool AreAboutOneThing(SortedSet<int> writes, ServiceCatalog catalog)
    {
        string? thing = null;
        foreach (int ordinal in writes)
        {
            string name = catalog.GetAction(ordinal).Name;
            int verbEnd = 1 + name.AsSpan(1).IndexOfAnyInRange('A', 'Z');
            if (verbEnd == 0 || (thing is not null && name[verbEnd..] != thing))
                return false;

            thing = name[verbEnd..];
        }

        return true;
    }
}
