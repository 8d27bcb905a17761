using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2124: Null with a set operator.</summary>
public sealed class NullWithSetOperator() : StatementRule(new RuleDescriptor
{
    Id = "PL2124",
    Name = "null-with-set-operator",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.SetOperator,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.NullWithQualifier],
    Title = "The operator `Null` with a set operator",
    Why = "`ForAllValues:Null` is always true and `ForAnyValue:Null` is always false, whatever the request has: the guard is not there, or the statement never applies.",
    Remedy = "Write `Null` alone: it asks whether the key is in the request at all.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-null-with-qualifier",
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
            if (clause.Operator is { Family: OperatorFamily.Null, Qualifier: not SetQualifier.None } @operator)
            {
                string outcome = @operator.Qualifier == SetQualifier.ForAllValues ? "true" : "false";
                context.Report(clause.OperatorText, $"{clause.OperatorText.Quoted()} is always {outcome}, whether or not the key is there: write `Null` alone");
            }
        }
    }
}
