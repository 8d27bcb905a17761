using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2133: a condition key twice in one operator, in two spellings.</summary>
public sealed class ConditionKeyInTwoSpellings() : StatementRule(new RuleDescriptor
{
    Id = "PL2133",
    Name = "condition-key-in-two-spellings",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.DuplicateKeysWithDifferentCase],
    Title = "A condition key twice in one operator, in two spellings",
    Why = "Names of condition keys are compared without regard to case: the two are one key, written twice, and AWS refuses the policy.",
    Remedy = "Put the values into one list.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-duplicate-keys-with-different-case",
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
            if (clause.Entries.Length > 1)
                Check(clause, context);
        }
    }

    // The same spelling twice is the grammar's matter.
    private static void Check(ConditionClause clause, RuleContext context)
    {
        var firsts = new Dictionary<string, PolicyString>(StringComparer.OrdinalIgnoreCase);
        foreach (ConditionEntry entry in clause.Entries)
        {
            PolicyString key = entry.Key;
            if (!firsts.TryAdd(key.Value, key) && firsts[key.Value] is var first && first.Value != key.Value)
                context.Report(key, $"{key.Quoted()} is the same key as {first.Quoted()}: case does not count", related: (first, "the same key"));
        }
    }
}
