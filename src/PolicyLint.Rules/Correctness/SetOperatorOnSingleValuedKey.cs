using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2123: a set operator on a single-valued condition key.</summary>
public sealed class SetOperatorOnSingleValuedKey() : StatementRule(new RuleDescriptor
{
    Id = "PL2123",
    Name = "set-operator-on-single-valued-key",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.SetOperator,
    DefaultSeverity = Severity.Warning,
    IssueCodes = [IssueCodes.ForAllValuesWithSingleValuedKey],
    Title = "A set operator on a condition key with one value",
    Why = "`ForAllValues` is true when the request does not have the key. On a key with one value that is its only effect: an Allow then lets requests without the key through. `ForAnyValue` changes nothing and says that there may be several values.",
    Remedy = "Take the set operator away.",
    Limits = "The audience of a token (`aud`) is left to checks of trust policies, and so are keys that some service has as a list.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-forallvalues-with-single-valued-key",
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
            if (term is { Operator: { Qualifier: not SetQualifier.None, Family: not OperatorFamily.Null } @operator, Key.IsMultivalued: false } && IsSingleValued(term.Entry.Key.Value, context.Catalog))
                Report(statement, term, @operator.Qualifier, context);
        }
    }

    private static void Report(StatementAccess statement, ConditionTerm term, SetQualifier qualifier, RuleContext context)
    {
        PolicyString key = term.Entry.Key;
        if (qualifier == SetQualifier.ForAnyValue)
            context.As(null).Report(key, $"{key.Quoted()} has one value: `ForAnyValue:` changes nothing", Severity.Suggestion);
        else if (statement.Statement.Effect != Effect.Allow || term.IsKeyRequired)
            context.Report(key, $"{key.Quoted()} has one value: `ForAllValues:` only makes the condition true without it");
        else
            context.Report(key, $"{key.Quoted()} has one value, and with `ForAllValues:` this lets every request without it through", Severity.Error);
    }

    // Services may disagree on a key of one name.
    private static bool IsSingleValued(string key, ServiceCatalog catalog)
    {
        if (key.Contains('.', StringComparison.Ordinal) && key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase))
            return false;

        foreach (CatalogConditionKey candidate in catalog.ConditionKeys)
        {
            if (candidate.IsMultivalued && candidate.Matches(key))
                return false;
        }

        return true;
    }
}
