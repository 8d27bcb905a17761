using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2161: an action of a service that has ended or was renamed.</summary>
public sealed class RetiredServicePrefix() : StatementRule(new RuleDescriptor
{
    Id = "PL2161",
    Name = "retired-service-prefix",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Warning,
    IssueCodes = [IssueCodes.InvalidServiceInAction],
    Needs = StatementParts.UncataloguedAction,
    Title = "An action of a service that has ended or was renamed",
    Why = "The action does nothing any more. It makes the policy longer, and whoever reads it looks for something that is gone.",
    Remedy = "Take the action out, or write that of the successor.",
    Limits = "Where AWS's own validation still accepts the prefix the finding is a suggestion, and Access Analyzer is silent.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-service-in-action",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        foreach (ActionPattern pattern in statement.ActionPatterns.OfKind(ActionPatternKind.UnknownService))
        {
            if (context.Catalog.FindPrefixNote(pattern.Prefix) is { Kind: not PrefixNoteKind.SdkClient } note)
                Report(pattern, note, context);
        }
    }

    private static void Report(ActionPattern pattern, PrefixNote note, RuleContext context)
    {
        string action = pattern.Text.Quoted();
        string text = note switch
        {
            { Kind: PrefixNoteKind.Retired, Replacement: { } successor } => $"{action} matches nothing: {note.Note.TrimEnd('.')}; its successor is `{successor}`",
            { Kind: PrefixNoteKind.Renamed, Replacement: { } prefix } => $"{action} has an old prefix: that of these actions is `{prefix}` now",
            _ => $"{action} matches nothing: {note.Note.TrimEnd('.')}",
        };

        // AWS's own validation, and perhaps its authorisation, still knows the old name.
        if (note.IsStillAccepted)
            context.As(null).Report(pattern.Text, text, Severity.Suggestion);
        else
            context.Report(pattern.Text, text);
    }
}
