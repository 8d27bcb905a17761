using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2002: an action that the service does not have.</summary>
public sealed class UnknownAction() : StatementRule(new RuleDescriptor
{
    Id = "PL2002",
    Name = "unknown-action",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidAction],
    Needs = StatementParts.UncataloguedAction,
    Title = "An action that the service does not have",
    Why = "IAM takes any name and says nothing, but the action matches nothing: an Allow does not allow it, and a Deny lets it through. Some API operations are authorised by an action of another name: `ListBuckets` by `s3:ListAllMyBuckets`.",
    Remedy = "Write the name that the Service Authorization Reference gives.",
    Limits = "An action that is newer than the catalogue is not known: a name that resembles no other of its service is only a warning.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-action",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    ],
    Since = "0.1.0",
})
{
    // A shorter name that another service happens to have is chance.
    private const int ShortestTellingName = 12;

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        context.CannotJudgeActions(statement);
        foreach (ActionPattern pattern in statement.ActionPatterns.OfKind(ActionPatternKind.UnknownAction))
            Report(pattern, pattern.Service!.Value, context);
    }

    private static void Report(ActionPattern pattern, CatalogService service, RuleContext context)
    {
        string name = pattern.Name;
        string unknown = $"{pattern.Text.Quoted()} is no action in the catalogue of {context.Catalog.Date:O}";
        if (context.Catalog.TryGetActionOfOperation(service, name, out CatalogAction authorising))
            context.Report(pattern.Text, $"{pattern.Text.Quoted()} is an API operation and no action: `{authorising}` is what authorises it");
        else if (context.Catalog.FindNearestAction(service, name) is { } nearest)
            context.OfCatalog().Report(pattern.Text, $"{unknown}; did you mean `{service}:{nearest}`?");
        else if (service.Prefix == "apigateway")
            context.OfCatalog().Report(pattern.Text, $"{unknown}: API Gateway's actions are HTTP methods, such as `apigateway:POST`");
        else if (name.Length >= ShortestTellingName && ActionNamesake.FindOnly(context.Catalog, name) is { } elsewhere)
            context.OfCatalog().Report(pattern.Text, $"{unknown}; there is `{elsewhere}`", Severity.Warning);
        else
            context.Report(pattern.Text, unknown, Severity.Warning);
    }
}
