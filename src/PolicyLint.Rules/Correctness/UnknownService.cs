using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2001: an action of a service that does not exist.</summary>
public sealed class UnknownService() : StatementRule(new RuleDescriptor
{
    Id = "PL2001",
    Name = "unknown-service",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidServiceInAction],
    Needs = StatementParts.UncataloguedAction,
    Title = "An action of a service that does not exist",
    Why = "IAM takes any prefix and says nothing, but the action matches nothing: an Allow does not allow it, and a Deny lets it through. A letter is enough.",
    Remedy = "Write the prefix that the Service Authorization Reference gives.",
    Limits = "A service that is newer than the catalogue is not known: a prefix that resembles no other is only a warning. Names of SDK clients and of ended services have rules of their own, PL2160 and PL2161.",
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
        context.CannotJudgeActions(statement);
        foreach (ActionPattern pattern in statement.ActionPatterns.OfKind(ActionPatternKind.UnknownService))
            Report(pattern, context);
    }

    // A prefix that is known to be another thing is for PL2160 and PL2161.
    private static void Report(ActionPattern pattern, RuleContext context)
    {
        ServiceCatalog catalog = context.Catalog;
        if (catalog.FindPrefixNote(pattern.Prefix) is not null)
            return;

        string unknown = $"{pattern.Text.Quoted()} matches nothing: no service has this prefix in the catalogue of {catalog.Date:O}";
        if (catalog.FindNearestService(pattern.Prefix) is { } nearest)
            context.OfCatalog().Report(pattern.Text, $"{unknown}; did you mean `{nearest}`?");
        else
            context.Report(pattern.Text, unknown, Severity.Warning);
    }
}
