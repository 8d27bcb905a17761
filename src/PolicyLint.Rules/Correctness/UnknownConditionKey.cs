using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Conditions;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2005: a condition key that does not exist.</summary>
public sealed class UnknownConditionKey() : StatementRule(new RuleDescriptor
{
    Id = "PL2005",
    Name = "unknown-condition-key",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes =
    [
        IssueCodes.InvalidGlobalConditionKey, IssueCodes.InvalidServiceConditionKey, IssueCodes.InvalidService,
        IssueCodes.InvalidConditionKeyFormat, IssueCodes.MissingTagKeyInCondition,
    ],
    Title = "A condition key that does not exist",
    Why = "No request ever has the key. A condition on it is then never true, so that the statement never applies, or it is always true, so that the guard is not there: which of the two depends on the operator.",
    Remedy = "Write a key from the list of global condition keys, or one that the service's page in the Service Authorization Reference lists.",
    Limits = "AWS adds keys of services all the time and its reference lacks some: an unknown key that starts with neither `aws:` nor `sagemaker:` is only a warning. The claims of identity providers are not checked.",
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

            // PL2121 knows better what to say.
            if (ReplacedKeys.Find(key.Value) is not null)
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
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string prefix = text[..Math.Max(colon, 0)];
        string name = text[(colon + 1)..];
        bool isGlobal = prefix.Equals("aws", StringComparison.OrdinalIgnoreCase);
        string unknown = $"There is no condition key {key.Quoted()} in the catalogue of {catalog.Date:O}";
        if (prefix.Length == 0 || name.Length == 0)
            context.As(IssueCodes.InvalidConditionKeyFormat).Report(key, $"{key.Quoted()} is no condition key: a key is written prefix:name{DidYouMean(Known(catalog, $"aws:{name}") ?? catalog.FindNearestConditionKey(text))}");
        else if (catalog.TryGetConditionKey($"{text.TrimEnd('/')}/name", out _))
            ReportMissingTag(key, isGlobal, context);
        else if (isGlobal)
            context.OfCatalog().As(IssueCodes.InvalidGlobalConditionKey).Report(key, $"{unknown}{DidYouMean(catalog.FindNearestConditionKey(text))}");
        else if (catalog.TryGetService(prefix, out _))
            context.OfCatalog().As(IssueCodes.InvalidServiceConditionKey).Report(key, $"{unknown}{DidYouMean(OfPrefix(catalog.FindNearestConditionKey(text), prefix) ?? Known(catalog, $"aws:{name}"))}", SeverityOf(prefix));
        else if (catalog.FindPrefixNote(prefix) is { } note)
            ReportPrefix(key, note, $"{note.Replacement}:{name}", context);
        else if (!catalog.IsConditionKeyPrefix(prefix))
            context.As(IssueCodes.InvalidService).Report(key, $"{unknown}{DidYouMean(catalog.FindNearestConditionKey(text))}", Severity.Warning);
    }

    // Other keys than those of tags have a name behind a slash too; the service's check is about tags.
    private static void ReportMissingTag(PolicyString key, bool isGlobal, RuleContext context)
    {
        string stem = key.Value.TrimEnd('/');
        IssueCode code = stem.EndsWith("Tag", StringComparison.OrdinalIgnoreCase) ? IssueCodes.MissingTagKeyInCondition
            : isGlobal ? IssueCodes.InvalidGlobalConditionKey
            : IssueCodes.InvalidServiceConditionKey;
        context.As(code).Report(key, $"{key.Quoted()} lacks the key of a tag: write `{stem}/` and its name", isGlobal ? Severity.Error : Severity.Warning);
    }

    // Keys of an ended service that AWS still accepts are no mistake of spelling.
    private static void ReportPrefix(PolicyString key, PrefixNote note, string replacement, RuleContext context)
    {
        if (!note.IsStillAccepted)
            context.As(IssueCodes.InvalidService).Report(key, $"{key.Quoted()} has a prefix that no service has{DidYouMean(Known(context.Catalog, replacement))}", Severity.Warning);
    }

    // What SageMaker's page lacks is in the catalogue all the same.
    private static Severity SeverityOf(string prefix) =>
        prefix.Equals("sagemaker", StringComparison.OrdinalIgnoreCase) ? Severity.Error : Severity.Warning;

    private static string? Known(ServiceCatalog catalog, string key) => catalog.TryGetConditionKey(key, out _) ? key : null;

    private static string? OfPrefix(string? key, string prefix) =>
        key is not null && key.StartsWith($"{prefix}:", StringComparison.OrdinalIgnoreCase) ? key : null;

    private static string DidYouMean(string? key) => key is null ? "" : $"; did you mean `{key}`?";
}
