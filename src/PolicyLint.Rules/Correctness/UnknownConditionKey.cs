using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2005: a condition key that does not exist.</summary>
public sealed class UnknownConditionKey() : Rule(new RuleDescriptor
{
    Id = "PL2005",
    Name = "unknown-condition-key",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidGlobalConditionKey],
    Title = "A condition key that does not exist",
    Why = "No request ever has the key. A condition on it is then never true, so that the statement never applies, or it is always true, so that the guard is not there: which of the two depends on the operator.",
    Remedy = "Write a key from the list of global condition keys, or one that the service's page in the Service Authorization Reference lists.",
    Limits = "AWS adds keys of services all the time and its reference lacks some: an unknown key that does not start with `aws:` is only a warning. The claims of identity providers are not checked.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-service-condition-key",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            PolicyString key = term.Entry.Key;
            if (term.Key is not null || key.Value.Length == 0)
                continue;

            if (key.HasUnknown)
                context.CannotJudge(key, "the condition key is not known before deployment");
            else
                Check(key, context);
        }
    }

    private static void Check(PolicyString key, RuleContext context)
    {
        ServiceCatalog catalog = context.Catalog;
        string text = key.Value;
        string prefix = text[..Math.Max(text.IndexOf(':', StringComparison.Ordinal), 0)];
        string name = text[prefix.Length..].TrimStart(':');
        bool isGlobal = prefix.Equals("aws", StringComparison.OrdinalIgnoreCase);
        string unknown = $"There is no condition key {key.Quoted()} in the catalogue of {catalog.Date:O}";
        if (prefix.Length == 0)
            context.Report(key, $"{key.Quoted()} is no condition key: a key is written prefix:name{DidYouMean(Known(catalog, $"aws:{name}") ?? catalog.FindNearestConditionKey(text))}");
        else if (catalog.TryGetConditionKey($"{text.TrimEnd('/')}/name", out _))
            context.Report(key, $"{key.Quoted()} lacks the key of a tag: write `{text.TrimEnd('/')}/` and its name", isGlobal ? Severity.Error : Severity.Warning);
        else if (isGlobal)
            context.Report(key, $"{unknown}{DidYouMean(catalog.FindNearestConditionKey(text))}");
        else if (catalog.TryGetService(prefix, out _))
            context.Report(key, $"{unknown}{DidYouMean(OfPrefix(catalog.FindNearestConditionKey(text), prefix) ?? Known(catalog, $"aws:{name}"))}", Severity.Warning);
        else if (catalog.FindPrefixNote(prefix) is { } note)
            ReportPrefix(key, note, $"{note.Replacement}:{name}", context);
        else if (!catalog.IsConditionKeyPrefix(prefix))
            context.Report(key, $"{unknown}{DidYouMean(catalog.FindNearestConditionKey(text))}", Severity.Warning);
    }

    // Keys of an ended service that AWS still accepts are no mistake of spelling.
    private static void ReportPrefix(PolicyString key, PrefixNote note, string replacement, RuleContext context)
    {
        if (!note.IsStillAccepted)
            context.Report(key, $"{key.Quoted()} has a prefix that no service has{DidYouMean(Known(context.Catalog, replacement))}", Severity.Warning);
    }

    private static string? Known(ServiceCatalog catalog, string key) => catalog.TryGetConditionKey(key, out _) ? key : null;

    private static string? OfPrefix(string? key, string prefix) =>
        key is not null && key.StartsWith($"{prefix}:", StringComparison.OrdinalIgnoreCase) ? key : null;

    private static string DidYouMean(string? key) => key is null ? "" : $"; did you mean `{key}`?";
}
