using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2001: an action of a service that does not exist.</summary>
public sealed class UnknownService() : Rule(new RuleDescriptor
{
    Id = "PL2001",
    Name = "unknown-service",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidServiceInAction],
    Title = "An action of a service that does not exist",
    Why = "IAM takes any prefix and says nothing, but the action matches nothing: an Allow does not allow it, and a Deny lets it through. Names of SDK clients and of products are often not the prefix.",
    Remedy = "Write the prefix that the Service Authorization Reference gives, or take the action out if the service has ended.",
    Limits = "A service that is newer than the catalogue is not known: a prefix that resembles no other is only a warning. Prefixes of ended services that AWS still accepts are passed over.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-service-in-action",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (!statement.ActionPatterns.Has(ActionPatternKind.UnknownService) && !statement.HasUnknownAction)
            return;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Kind == ActionPatternKind.UnknownService)
                Report(pattern, context);
            else if (pattern.Kind == ActionPatternKind.Unresolved)
                context.CannotJudge(pattern.Text, "the action is not known before deployment");
        }
    }

    private static void Report(ActionPattern pattern, RuleContext context)
    {
        string action = pattern.Text.Quoted();
        if (context.Catalog.FindPrefixNote(pattern.Prefix) is { } note)
        {
            if (!note.IsStillAccepted)
                context.Report(pattern.Text, $"{action} matches nothing: {Explain(note)}");
        }
        else if (context.Catalog.FindNearestService(pattern.Prefix) is { } nearest)
        {
            context.Report(pattern.Text, $"{action} matches nothing: no service has this prefix in the catalogue of {context.Catalog.Date:O}; did you mean `{nearest}`?");
        }
        else
        {
            context.Report(pattern.Text, $"{action} matches nothing: no service has this prefix in the catalogue of {context.Catalog.Date:O}", Severity.Warning);
        }
    }

    private static string Explain(PrefixNote note) => note switch
    {
        { Kind: PrefixNoteKind.Retired, Replacement: { } successor } => $"{note.Note.TrimEnd('.')}; its successor is `{successor}`",
        { Kind: not PrefixNoteKind.Retired, Replacement: { } prefix } => $"the prefix of these actions is `{prefix}`",
        _ => note.Note.TrimEnd('.'),
    };
}
