using PolicyLint.Analysis;

namespace PolicyLint.Rules.Maintainability;

/// <summary>PL4012: a statement that repeats another one.</summary>
public sealed class RedundantStatement() : Rule(new RuleDescriptor
{
    Id = "PL4012",
    Name = "redundant-statement",
    Category = RuleCategory.Maintainability,
    DefaultSeverity = Severity.Suggestion,
    IssueCodes = [IssueCodes.RedundantStatement],
    Title = "A statement that repeats another one",
    Why = "Two statements say exactly the same. When one of them is changed or taken out, the other goes on allowing or denying.",
    Remedy = "Take one of the two out.",
    Limits = "Statements count as the same when their elements have the same values in whatever order, Sid left aside. What one covers because it is wider is not looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-statement",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        if (policy.Statements.Length < 2)
            return;

        Dictionary<StatementMeaning, Statement>? firsts = null;
        HashSet<int>? shapes = null;
        foreach (StatementAccess access in policy.Statements)
        {
            // Statements of the same outline are rare: only those are compared.
            if ((shapes ??= []).Add(StatementMeaning.OutlineOf(access.Statement)))
                continue;

            firsts ??= Index(policy);
            if (new StatementMeaning(access.Statement) is { IsKnown: true } meaning && firsts[meaning] is var first && first != access.Statement)
                context.Report(access.Statement, $"This statement repeats statement {first.Number + 1}", related: (first, "the same is said here"));
        }
    }

    private static Dictionary<StatementMeaning, Statement> Index(PolicyAccess policy)
    {
        var firsts = new Dictionary<StatementMeaning, Statement>();
        foreach (StatementAccess access in policy.Statements)
            firsts.TryAdd(new StatementMeaning(access.Statement), access.Statement);

        return firsts;
    }
}
