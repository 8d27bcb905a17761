using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2136: a condition value that matches everything.</summary>
public sealed class WildcardOnlyConditionValue() : StatementRule(new RuleDescriptor
{
    Id = "PL2136",
    Name = "wildcard-only-condition-value",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Suggestion,
    IssueCodes =
    [
        IssueCodes.EquivalentToNullFalse, IssueCodes.EquivalentToNullTrue, IssueCodes.RedundantKeyDueToWildcardInCondition,
        IssueCodes.RedundantStatementDueToWildcardInCondition,
    ],
    Title = "A condition value that matches everything",
    Why = "Every value is like `*`, so that the condition asks at most whether the key is there, and with `IfExists` or a set operator not even that. Who reads a tag in it may think that the tag's value matters.",
    Remedy = "Write the values that are meant. Where only the presence of the key counts, `Null` with `false` or `true` says so.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-equivalent-to-null-false",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-key-due-to-wildcard-in-condition",
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
            if (clause.Operator is not { Family: OperatorFamily.String, AllowsWildcards: true } @operator)
                continue;

            foreach (ConditionEntry entry in clause.Entries)
            {
                foreach (ConditionValue value in entry.Values)
                {
                    if (value.Text.Length > 0 && value.Text.AsSpan().Trim('*').IsEmpty)
                        Report(@operator, entry.Key, value, context);
                }
            }
        }
    }

    // Whether the term is true when the key is there, and when it is not.
    private static void Report(ConditionOperator @operator, PolicyString key, ConditionValue value, RuleContext context)
    {
        bool whenAbsent = @operator switch
        {
            { IfExists: true } or { Qualifier: SetQualifier.ForAllValues } => true,
            { Qualifier: SetQualifier.ForAnyValue } => false,
            _ => @operator.IsNegated,
        };
        (IssueCode? code, string complaint) = (WhenThere: !@operator.IsNegated, whenAbsent) switch
        {
            (true, true) => (IssueCodes.RedundantKeyDueToWildcardInCondition, $"This is always true, whatever {key.Quoted()} is: leave it out"),
            (false, false) => (IssueCodes.RedundantStatementDueToWildcardInCondition, $"This is never true, whatever {key.Quoted()} is, so that the statement does nothing"),
            (true, false) => (IssueCodes.EquivalentToNullFalse, $"This only asks whether {key.Quoted()} is there: `Null` with `false` says so"),
            (false, true) => (IssueCodes.EquivalentToNullTrue, $"This only asks whether {key.Quoted()} is absent: `Null` with `true` says so"),
        };

        // With a set operator the key may be there and have no value: Null is not quite the same, and the service silent.
        bool isOneNull = whenAbsent == @operator.IsNegated;
        context.As(isOneNull && @operator.Qualifier != SetQualifier.None ? null : code).Report(value, complaint);
    }
}
