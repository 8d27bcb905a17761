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
    private const int Few = 64;

    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        if (policy.Statements.Length < 2)
            return;

        // Statements of the same outline are rare: only those are read.
        if (!HasSameOutlines(policy))
            return;

        var outlines = new Dictionary<int, Statement>(policy.Statements.Length);
        Dictionary<StatementMeaning, Statement>? firsts = null;
        foreach (StatementAccess access in policy.Statements)
        {
            Statement statement = access.Statement;
            int outline = StatementMeaning.OutlineOf(statement);
            if (outlines.TryAdd(outline, statement))
                continue;

            firsts ??= [];
            firsts.TryAdd(new StatementMeaning(outlines[outline]), outlines[outline]);
            var meaning = new StatementMeaning(statement);
            if (!firsts.TryAdd(meaning, statement) && meaning.IsKnown)
                context.Report(statement, $"This statement repeats statement {firsts[meaning].Number + 1}", related: (firsts[meaning], "the same is said here"));
        }
    }

    private static bool HasSameOutlines(PolicyAccess policy)
    {
        int count = policy.Statements.Length;
        Span<int> outlines = count <= Few ? stackalloc int[Few] : new int[count];
        for (int i = 0; i < count; i++)
            outlines[i] = StatementMeaning.OutlineOf(policy.Statements[i].Statement);

        outlines = outlines[..count];
        outlines.Sort();
        for (int i = 1; i < count; i++)
        {
            if (outlines[i] == outlines[i - 1])
                return true;
        }

        return false;
    }
}
