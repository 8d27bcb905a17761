using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2004: a condition operator that does not exist.</summary>
public sealed class UnknownConditionOperator() : Rule(new RuleDescriptor
{
    Id = "PL2004",
    Name = "unknown-condition-operator",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidConditionOperator],
    Title = "A condition operator that does not exist",
    Why = "AWS refuses a policy with an operator that it does not know. Before the operator may stand `ForAnyValue:` or `ForAllValues:`, after every one but `Null` the word `IfExists`.",
    Remedy = "Write one of the operators of the IAM user guide.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-condition-operator",
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
            // An empty name is the grammar's matter.
            if (clause.Operator is not null || clause.OperatorText.Value.Length == 0)
                continue;

            if (clause.OperatorText.HasUnknown)
                context.CannotJudge(clause.OperatorText, "the condition operator is not known before deployment");
            else
                context.Report(clause.OperatorText, $"{clause.OperatorText.Quoted()} is no condition operator{Hint(clause.OperatorText.Value)}");
        }
    }

    private static string Hint(string text)
    {
        if (text.EndsWith("NullIfExists", StringComparison.OrdinalIgnoreCase))
            return ": `Null` itself asks whether the key is there";

        return ConditionOperator.FindNearest(text) is { } nearest ? $"; did you mean `{nearest}`?" : "";
    }
}
