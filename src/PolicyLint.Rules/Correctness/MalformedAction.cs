using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2011: an action that is not of the form service:name.</summary>
public sealed class MalformedAction() : StatementRule(new RuleDescriptor
{
    Id = "PL2011",
    Name = "malformed-action",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    Needs = StatementParts.UncataloguedAction,
    Title = "An action that is not of the form service:name",
    Why = "An action is `*` or the prefix of a service, one colon, and the name of an action. AWS refuses a policy with anything else.",
    Remedy = "Write the action as service:name, such as `s3:GetObject`.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (!statement.ActionPatterns.Has(ActionPatternKind.Malformed) && !statement.HasUnknownAction)
            return;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            // An empty string is the grammar's matter.
            if (pattern.Kind == ActionPatternKind.Malformed && pattern.Text.Value.Length > 0)
                context.Report(pattern.Text, $"{pattern.Text.Quoted()} {Explain(pattern.Text.Value, context)}");
            else if (pattern.Kind == ActionPatternKind.Unresolved)
                context.CannotJudge(pattern.Text, "the action is not known before deployment");
        }
    }

    private static string Explain(string action, RuleContext context)
    {
        int colon = action.IndexOf(':', StringComparison.Ordinal);
        if (action.StartsWith("arn:", StringComparison.Ordinal))
            return "is an ARN, not an action";
        if (action.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
            return "has a blank or a control character in it";
        if (colon < 0)
            return ActionNamesake.FindOnly(context.Catalog, action) is { } meant ? $"lacks the service: did you mean `{meant}`?" : "lacks the service: an action is written service:name";
        if (colon == 0)
            return "lacks the service before the colon";
        if (colon == action.Length - 1)
            return "lacks the name after the colon";

        return "has more than one colon";
    }
}
