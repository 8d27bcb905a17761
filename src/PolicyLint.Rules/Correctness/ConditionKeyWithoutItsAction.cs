using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2140: a condition key without the action that sets it.</summary>
public sealed class ConditionKeyWithoutItsAction() : StatementRule(new RuleDescriptor
{
    Id = "PL2140",
    Name = "condition-key-without-its-action",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    Services = ["sts"],
    DefaultSeverity = Severity.Warning,
    AppliesTo = PolicyTypes.Identity | PolicyTypes.Trust,
    LooksAt = Effect.Allow,
    IssueCodes = [IssueCodes.MissingActionForConditionKey],
    Title = "A condition key without the action that sets it",
    Why = "Who assumes a role sets a source identity only with `sts:SetSourceIdentity`, and session tags only with `sts:TagSession`. A statement that asks for the value without allowing the action lets nobody in.",
    Remedy = "Add the action that the message names to Action.",
    Limits = "Only statements that allow nothing but assuming roles are looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-action-for-condition-key",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null || !statement.ActionPatterns.AreAllExact)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (ActionSetting(term) is { } name && AssumesOnly(statement) && context.Catalog.TryGetAction("sts", name, out CatalogAction action) && !statement.ActionPatterns.Names(action))
                context.Report(term.Entry.Key, $"Nobody can set {term.Entry.Key.Quoted()} without `{action.FullName}`: add it to Action");
        }
    }

    // A condition that holds without the key asks nobody to set it.
    private static string? ActionSetting(ConditionTerm term)
    {
        if (term.WhenAbsent != KeyAbsence.NeverHolds)
            return null;

        if (term.IsAbout("sts:SourceIdentity"))
            return "SetSourceIdentity";

        return term.IsAbout("sts:TransitiveTagKeys") || term.IsAbout("aws:RequestTag/") || term.IsAbout("aws:TagKeys") ? "TagSession" : null;
    }

    private static bool AssumesOnly(StatementAccess statement)
    {
        bool assumes = false;
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Action is not { Service.Prefix: "sts" } action)
                return false;

            assumes |= action.Name.StartsWith("AssumeRole", StringComparison.Ordinal);
        }

        return assumes && !statement.IsNotAction;
    }
}
