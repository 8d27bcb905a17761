using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2004: a condition operator that does not exist.</summary>
public sealed class UnknownConditionOperator() : StatementRule(new RuleDescriptor
{
    Id = "PL2004",
    Name = "unknown-condition-operator",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidConditionOperator, IssueCodes.NullWithIfExists],
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
                Report(clause.OperatorText, context);
        }
    }

    private static void Report(PolicyString text, RuleContext context)
    {
        if (IsNullIfExists(text.Value))
            context.As(IssueCodes.NullWithIfExists).Report(text, $"{text.Quoted()} is no condition operator: `Null` itself asks whether the key is there");
        else
            context.As(IssueCodes.InvalidConditionOperator).Report(text, $"{text.Quoted()} is no condition operator{DidYouMean(text.Value)}");
    }

    private static bool IsNullIfExists(string text)
    {
        const string suffix = "IfExists";
        return text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            && ConditionOperator.Parse(text.AsSpan(0, text.Length - suffix.Length)) is { Family: OperatorFamily.Null };
    }

    private static string DidYouMean(string text) =>
        ConditionOperator.FindNearest(text) is { } nearest ? $"; did you mean `{nearest}`?" : "";
}
