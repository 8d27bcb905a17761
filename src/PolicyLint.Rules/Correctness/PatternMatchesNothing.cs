using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2003: an action pattern that matches no action.</summary>
public sealed class PatternMatchesNothing() : StatementRule(new RuleDescriptor
{
    Id = "PL2003",
    Name = "pattern-matches-nothing",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Warning,
    IssueCodes = [IssueCodes.InvalidAction],
    Needs = StatementParts.ActionPattern,
    Title = "An action pattern that matches no action",
    Why = "The pattern looks as if it allowed or denied something, and does nothing: usually a misspelled verb, or actions that have been renamed since.",
    Remedy = "Correct the pattern, or take it out; `policylint expand` shows what a pattern matches.",
    Limits = "Actions that are newer than the catalogue are not known.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-action",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (!statement.ActionPatterns.Has(ActionPatternKind.Wildcard) && !statement.HasUnknownAction)
            return;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Kind == ActionPatternKind.Wildcard && pattern.Actions.IsEmpty)
                context.Report(pattern.Text, $"{pattern.Text.Quoted()} matches no action in the catalogue of {context.Catalog.Date:O}");
            else if (pattern.Kind == ActionPatternKind.Unresolved)
                context.CannotJudge(pattern.Text, "the action is not known before deployment");
        }
    }
}
