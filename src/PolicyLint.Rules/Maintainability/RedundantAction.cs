using PolicyLint.Analysis;

namespace PolicyLint.Rules.Maintainability;

/// <summary>PL4010: an action that another value of the list holds already.</summary>
public sealed class RedundantAction() : StatementRule(new RuleDescriptor
{
    Id = "PL4010",
    Name = "redundant-action",
    Category = RuleCategory.Maintainability,
    DefaultSeverity = Severity.Suggestion,
    Needs = StatementParts.SeveralValues,
    IssueCodes = [IssueCodes.RedundantAction],
    Title = "An action that another value of the list holds already",
    Why = "The list looks narrower than it is: whoever reads the single action thinks that it was chosen, and whoever takes it out thinks that it is gone. It also counts against the size that AWS allows.",
    Remedy = "Take the value out; or take out the wider one, if only the narrower one is meant.",
    Limits = "Values are compared within one list, as text: what another statement allows as well is not looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-action",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context) =>
        Redundancy.Report(RedundantValues.Find(statement.ActionPatterns), context);
}
