using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2122: a multivalued condition key without a set operator.</summary>
public sealed class MultivaluedKeyWithoutSetOperator() : StatementRule(new RuleDescriptor
{
    Id = "PL2122",
    Name = "multivalued-key-without-set-operator",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.MissingQualifier],
    Title = "A condition key with several values and no set operator",
    Why = "A request carries a list of values for the key. Without `ForAllValues` or `ForAnyValue` AWS does not say how the list is compared; with more than one value in the request the condition does not match.",
    Remedy = "Write `ForAnyValue:` before the operator where one value is enough. Write `ForAllValues:` where every value must match, and in an Allow add `Null` with `false`, for a request without the key passes otherwise.",
    Limits = "Which keys are lists is what the Service Authorization Reference says. For keys of other services than SageMaker the finding is a suggestion, for many requests carry one value.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-qualifier",
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
            if (term is { Operator: { Qualifier: SetQualifier.None, Family: not OperatorFamily.Null }, Key: { IsMultivalued: true } key })
                Report(term, key, context);
        }
    }

    private static void Report(ConditionTerm term, CatalogConditionKey key, RuleContext context)
    {
        bool isSure = key.IsGlobal || key.Name.StartsWith("sagemaker:", StringComparison.OrdinalIgnoreCase);

        // Beside a Null on the same key, Access Analyzer has been seen to be silent.
        context.As(term.IsKeyRequired ? null : IssueCodes.MissingQualifier).Report(
            term.Entry.Key,
            $"A request has several values for {term.Entry.Key.Quoted()}: write `ForAnyValue:` or `ForAllValues:` before {term.Clause.OperatorText.Quoted()}",
            isSure ? Severity.Error : Severity.Suggestion);
    }
}
