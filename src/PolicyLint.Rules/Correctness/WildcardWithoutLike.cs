using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2129: a wildcard under an operator that has none.</summary>
public sealed class WildcardWithoutLike() : StatementRule(new RuleDescriptor
{
    Id = "PL2129",
    Name = "wildcard-without-like",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.WildcardWithoutLikeOperator],
    Title = "A wildcard under an operator that has none",
    Why = "`StringEquals` and its kin compare letter by letter: a star matches a star and nothing else. The Allow never allows, the Deny never denies, and the negated form excludes nothing.",
    Remedy = "Write `StringLike` or `StringNotLike`; for a star or a question mark that is meant as one, `${*}` or `${?}`.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-wildcard-without-like-operator",
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
            if (clause.Operator is not { Family: OperatorFamily.String, AllowsWildcards: false } @operator)
                continue;

            foreach (ConditionEntry entry in clause.Entries)
            {
                foreach (ConditionValue value in entry.Values)
                {
                    if (HasWildcard(value.Text))
                        context.Report(value, $"{clause.OperatorText.Quoted()} takes the wildcard in {value.Text.Quoted()} for a letter: write `String{(@operator.IsNegated ? "Not" : "")}Like`");
                }
            }
        }
    }

    // What stands in a policy variable is no wildcard: ${*} is a way to write a star.
    private static bool HasWildcard(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('*', '?') is >= 0 and int wildcard)
        {
            int variable = text.IndexOf("${", StringComparison.Ordinal);
            if (variable < 0 || variable > wildcard)
                return true;

            int end = text[variable..].IndexOf('}');
            if (end < 0)
                return true;

            text = text[(variable + end + 1)..];
        }

        return false;
    }
}
