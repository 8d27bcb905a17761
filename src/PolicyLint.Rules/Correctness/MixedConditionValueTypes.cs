using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2134: values of different JSON types for one condition key.</summary>
public sealed class MixedConditionValueTypes() : StatementRule(new RuleDescriptor
{
    Id = "PL2134",
    Name = "mixed-condition-value-types",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidConditionDataType],
    Title = "Values of different JSON types for one condition key",
    Why = "The values of one key are compared in one way, and AWS asks that they be written in one JSON type.",
    Remedy = "Write all of them as strings.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-condition-data-type",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is not { } condition)
            return;

        foreach (ConditionClause clause in condition.Clauses)
        {
            foreach (ConditionEntry entry in clause.Entries)
            {
                if (entry.Values.Length > 1 && IsMixed(entry))
                    context.Report(entry, $"The values of {entry.Key.Quoted()} are of different JSON types: write all of them as strings");
            }
        }
    }

    private static bool IsMixed(ConditionEntry entry)
    {
        foreach (ConditionValue value in entry.Values)
        {
            if (value.Kind != entry.Values[0].Kind)
                return true;
        }

        return false;
    }
}
