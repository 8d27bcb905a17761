using PolicyLint.Analysis;

namespace PolicyLint.Rules.Maintainability;

/// <summary>PL4012: a statement that repeats another one.</summary>
public sealed class RedundantStatement() : PolicyRule(new RuleDescriptor
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
        // Statements of the same outline and content are rare: only those are read.
        int count = policy.Statements.Length;
        Span<int> numbers = count <= Few ? stackalloc int[Few] : new int[count];
        numbers = numbers[..count];
        for (int i = 0; i < count; i++)
            numbers[i] = i;

        ForEachAlike(numbers, policy, StatementMeaning.OutlineOf, alike => ForEachAlike(alike, policy, StatementMeaning.ContentOf, same => Compare(same, policy, context)));
    }

    private delegate void Look(Span<int> statements);

    // Sorts statements by what is asked of them, and looks at those that have the same answer.
    private static void ForEachAlike(Span<int> statements, PolicyAccess policy, Func<Statement, int> ask, Look look)
    {
        Span<int> answers = statements.Length <= Few ? stackalloc int[Few] : new int[statements.Length];
        answers = answers[..statements.Length];
        for (int i = 0; i < statements.Length; i++)
            answers[i] = ask(policy.Statements[statements[i]].Statement);

        answers.Sort(statements);
        for (int first = 0, end; first < answers.Length; first = end)
        {
            end = first + 1;
            while (end < answers.Length && answers[end] == answers[first])
                end++;

            if (end > first + 1)
                look(statements[first..end]);
        }
    }

    private static void Compare(Span<int> statements, PolicyAccess policy, RuleContext context)
    {
        statements.Sort();
        Dictionary<StatementMeaning, Statement> firsts = [];
        foreach (int number in statements)
        {
            Statement statement = policy.Statements[number].Statement;
            var meaning = new StatementMeaning(statement);
            if (!firsts.TryAdd(meaning, statement) && meaning.IsKnown)
                context.Report(statement, $"This statement repeats statement {firsts[meaning].Number + 1}", related: (firsts[meaning], "the same is said here"));
        }
    }
}
