using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Conditions;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2006: a condition operator that does not fit the type of its key.</summary>
public sealed class ConditionOperatorType() : StatementRule(new RuleDescriptor
{
    Id = "PL2006",
    Name = "condition-operator-type",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.TypeMismatch, IssueCodes.StringLikeOperatorWithArnConditionKeys],
    Title = "A condition operator that does not fit the type of its key",
    Why = "The operator reads the values as another type than the key has. Text operators on other types compare letter by letter, so that an address range or a date in another form never matches; between two types that have nothing in common no request can match at all. `StringLike` on an ARN works, but a `*` of it also matches colons, and so more ARNs than the same value does with `ArnLike`.",
    Remedy = "Use an operator of the key's type.",
    Limits = "`StringEquals` on ARNs and ARN operators on texts are fine here, and so is text against a policy variable. The values are not looked at, nor are keys that the catalogue does not have.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-type-mismatch",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-string-like-operator-with-arn-condition-keys",
    ],
    Since = "0.1.0",
})
{
    private enum Fit
    {
        // Nothing that one can be is anything that the other can be.
        None,
        ByText,
        Good,
    }

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.Operator is not { } @operator || term.Key is not { } key)
                continue;

            if (FitOf(@operator.Family, key.Type) == Fit.Good)
            {
                if (@operator is { Family: OperatorFamily.String, AllowsWildcards: true } && IsArn(key.Type))
                    ReportTextPattern(term, context);

                continue;
            }

            // Services may disagree on the type of a key of one name. A policy variable can only be compared as text.
            Fit best = BestFit(@operator.Family, term.Entry.Key.Value, context.Catalog);
            if (best == Fit.None || (best == Fit.ByText && !ComparesVariables(term.Entry, statement.Policy.Document)))
                Report(term, @operator.Family, key, best, context);
        }
    }

    // No word of a vocabulary is a number, a date or a Boolean.
    private static void Report(ConditionTerm term, OperatorFamily family, CatalogConditionKey key, Fit fit, RuleContext context)
    {
        (string isWhat, string use) = Describe(key.Type);
        context.As(IsAcceptedByService(term, family, key) ? null : IssueCodes.TypeMismatch).Report(
            term.Entry.Key,
            $"{term.Clause.OperatorText.Quoted()} compares {Compared(family)}, but {term.Entry.Key.Quoted()} is {isWhat}: use {use}",
            fit == Fit.None || KeyVocabulary.Of(term.Entry.Key.Value) is not null ? Severity.Error : Severity.Warning);
    }

    private static void ReportTextPattern(ConditionTerm term, RuleContext context) =>
        context.As(IssueCodes.StringLikeOperatorWithArnConditionKeys).Report(
            term.Entry.Key,
            $"{term.Clause.OperatorText.Quoted()} compares the ARN {term.Entry.Key.Quoted()} as text, where a `*` matches colons too: use `Arn{(term.Operator!.IsNegated ? "Not" : "")}Like`",
            Severity.Suggestion);

    // Access Analyzer lets "true" and "false" pass as text for the Boolean keys of services.
    private static bool IsAcceptedByService(ConditionTerm term, OperatorFamily family, CatalogConditionKey key) =>
        family == OperatorFamily.String
        && key is { IsGlobal: false, Type: ConditionKeyType.Bool or ConditionKeyType.ArrayOfBool }
        && term.Entry.Values.All(static value => value.Text is "true" or "false");

    private static bool IsArn(ConditionKeyType type) => type is ConditionKeyType.Arn or ConditionKeyType.ArrayOfArn;

    private static bool ComparesVariables(ConditionEntry entry, PolicyDocument document) =>
        document.HasPolicyVariables && entry.Values.Any(static value => value.Text.Contains("${", StringComparison.Ordinal));

    private static Fit BestFit(OperatorFamily family, string key, ServiceCatalog catalog)
    {
        Fit best = Fit.None;
        foreach (CatalogConditionKey candidate in catalog.ConditionKeys)
        {
            if (candidate.Matches(key) && FitOf(family, candidate.Type) is var fit && fit > best)
                best = fit;
        }

        return best;
    }

    private static Fit FitOf(OperatorFamily family, ConditionKeyType type) => (type, family) switch
    {
        (_, OperatorFamily.Null) => Fit.Good,
        // AWS types keys as text that hold ARNs, such as tags and encryption contexts, and compares them with ARN operators itself.
        (ConditionKeyType.String or ConditionKeyType.ArrayOfString, OperatorFamily.String or OperatorFamily.Arn) => Fit.Good,
        (ConditionKeyType.Arn or ConditionKeyType.ArrayOfArn, OperatorFamily.Arn or OperatorFamily.String) => Fit.Good,
        (ConditionKeyType.Bool or ConditionKeyType.ArrayOfBool, OperatorFamily.Bool) => Fit.Good,
        (ConditionKeyType.Numeric, OperatorFamily.Numeric) => Fit.Good,

        // "You can use date or numeric operators": a moment may be seconds since 1970.
        (ConditionKeyType.Date, OperatorFamily.Date or OperatorFamily.Numeric) => Fit.Good,
        (ConditionKeyType.IPAddress, OperatorFamily.IpAddress) => Fit.Good,
        (ConditionKeyType.Binary, OperatorFamily.Binary) => Fit.Good,

        // A text may hold a number or a date, and every value has a text.
        (ConditionKeyType.String or ConditionKeyType.ArrayOfString, _) => Fit.ByText,
        (_, OperatorFamily.String) => Fit.ByText,
        _ => Fit.None,
    };

    private static string Compared(OperatorFamily family) => family switch
    {
        OperatorFamily.Numeric => "numbers",
        OperatorFamily.Date => "dates",
        OperatorFamily.Bool => "Booleans",
        OperatorFamily.Binary => "bytes",
        OperatorFamily.IpAddress => "IP addresses",
        OperatorFamily.Arn => "ARNs",
        _ => "text",
    };

    private static (string IsWhat, string Use) Describe(ConditionKeyType type) => type switch
    {
        ConditionKeyType.Arn or ConditionKeyType.ArrayOfArn => ("an ARN", "`ArnLike`"),
        ConditionKeyType.Bool or ConditionKeyType.ArrayOfBool => ("a Boolean", "`Bool`"),
        ConditionKeyType.Numeric => ("a number", "a Numeric operator"),
        ConditionKeyType.Date => ("a date", "a Date operator"),
        ConditionKeyType.IPAddress => ("an IP address", "`IpAddress` or `NotIpAddress`"),
        ConditionKeyType.Binary => ("bytes", "`BinaryEquals`"),
        _ => ("text", "a String operator"),
    };
}
