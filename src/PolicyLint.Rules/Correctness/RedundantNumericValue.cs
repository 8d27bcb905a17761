using System.Globalization;
using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2137: several bounds of which one decides.</summary>
public sealed class RedundantNumericValue() : StatementRule(new RuleDescriptor
{
    Id = "PL2137",
    Name = "redundant-numeric-value",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.TypedOperator,
    DefaultSeverity = Severity.Suggestion,
    IssueCodes = [IssueCodes.RedundantConditionValueNum],
    Title = "Several bounds of which one decides",
    Why = "Values of a list are alternatives: less than 2700 or less than 3600 is less than 3600. The stricter bound, which may be the one that was meant, does nothing.",
    Remedy = "Write the one bound that is meant.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-condition-value-num",
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
            if (clause.Operator is not { Family: OperatorFamily.Numeric } @operator || !IsBound(@operator.Name, out bool isUpper))
                continue;

            foreach (ConditionEntry entry in clause.Entries)
            {
                if (entry.Values.Length > 1 && DecisiveIn(entry, isUpper) is { } decisive)
                    context.Report(entry, $"Of the values of {entry.Key.Quoted()} only {decisive.Text.Quoted()} decides: the others are redundant");
            }
        }
    }

    private static bool IsBound(string name, out bool isUpper)
    {
        isUpper = name.StartsWith("NumericLessThan", StringComparison.Ordinal);
        return isUpper || name.StartsWith("NumericGreaterThan", StringComparison.Ordinal);
    }

    // Null where a value is no number, or not known.
    private static ConditionValue? DecisiveIn(ConditionEntry entry, bool isUpper)
    {
        ConditionValue? decisive = null;
        double bound = 0;
        foreach (ConditionValue value in entry.Values)
        {
            if (!double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
                return null;

            if (decisive is null || (isUpper ? number > bound : number < bound))
                (decisive, bound) = (value, number);
        }

        return decisive;
    }
}
