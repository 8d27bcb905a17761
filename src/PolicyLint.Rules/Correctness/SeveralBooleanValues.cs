using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2135: several values for a Boolean condition key.</summary>
public sealed class SeveralBooleanValues() : StatementRule(new RuleDescriptor
{
    Id = "PL2135",
    Name = "several-boolean-values",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.TypedOperator,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidConditionMultipleBoolean],
    Title = "Several values for a Boolean condition key",
    Why = "Values of a list are alternatives: a key that is `true` or `false` matches both together whatever it is, so that the condition guards nothing.",
    Remedy = "Write the one value that is meant.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-condition-multiple-boolean",
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
            if (clause.Operator is not { Family: OperatorFamily.Bool, Qualifier: SetQualifier.None })
                continue;

            foreach (ConditionEntry entry in clause.Entries)
            {
                if (entry.Values.Length > 1)
                    context.Report(entry, $"{entry.Key.Quoted()} is a Boolean: write one value, for a list of both guards nothing");
            }
        }
    }
}
