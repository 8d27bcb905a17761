using PolicyLint.Analysis;
using PolicyLint.Fixing;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Fixes;

/// <summary>Takes out values that another value of the same list holds already. What the list means stays the same.</summary>
internal abstract class RedundantEntries(string name, bool ignoreCase) : IFixProvider
{
    public string Name => name;

    public IEnumerable<PolicyFix> Propose(FixContext context)
    {
        foreach (StatementAccess statement in context.Policy.Statements)
        {
            if (ListOf(statement.Statement) is not { Count: > 1 } list)
                continue;

            List<PolicyString> redundant =
            [
                .. RedundantValues.Find(list, ignoreCase)
                    .SelectMany(group => group.Members.Where(member => member != group.Widest && MayGo(statement, list.Values.IndexOf(group.Widest), list.Values.IndexOf(member))))
                    .Distinct(),
            ];
            if (redundant.Count == 0)
                continue;

            yield return new PolicyFix
            {
                Name = name,
                Title = $"Take out {redundant.Select(value => value.Value).Distinct().ToList().Listed()}, which {(redundant.Count == 1 ? "another value of the list holds" : "other values of the list hold")} already",
                Safety = FixSafety.Safe,
                Edits = context.Editor.Remove(redundant),
                Findings = context.FindingsIn(name, list),
            };
        }
    }

    protected abstract PolicyStringList? ListOf(Statement statement);

    /// <summary>Whether AWS is known to read the wider value as the text that it is, so that the narrower one adds nothing.</summary>
    protected abstract bool MayGo(StatementAccess statement, int wide, int narrow);
}

/// <summary>Actions.</summary>
internal sealed class RedundantActions() : RedundantEntries("redundant-action", ignoreCase: true)
{
    protected override PolicyStringList? ListOf(Statement statement) => statement.Action ?? statement.NotAction;

    protected override bool MayGo(StatementAccess statement, int wide, int narrow) =>
        IsWellFormed(statement.ActionPatterns[wide]) && IsWellFormed(statement.ActionPatterns[narrow]);

    private static bool IsWellFormed(ActionPattern pattern) => pattern.Kind is not (ActionPatternKind.Malformed or ActionPatternKind.Unresolved);
}

/// <summary>Resources. Of NotResource only what is repeated goes: what AWS does there with an ARN that is not whole is not documented.</summary>
internal sealed class RedundantResources() : RedundantEntries("redundant-resource", ignoreCase: false)
{
    private const int WholeArn = 6;

    protected override PolicyStringList? ListOf(Statement statement) => statement.Resource ?? statement.NotResource;

    // A policy variable without value may make AWS pass over the whole statement.
    protected override bool MayGo(StatementAccess statement, int wide, int narrow)
    {
        ResourcePattern holder = statement.ResourcePatterns[wide];
        ResourcePattern held = statement.ResourcePatterns[narrow];
        bool isKnown = !statement.IsNotResource && IsWhole(held) && (holder.MatchesStar || IsWhole(holder));
        return IsRepeated(statement, narrow) || (isKnown && holder.Covers(held));
    }

    private static bool IsWhole(ResourcePattern pattern) => pattern.Arn is { HasVariable: false, WrittenFields: >= WholeArn };

    private static bool IsRepeated(StatementAccess statement, int index) =>
        statement.ResourcePatterns.Take(index).Any(pattern => pattern.Text.Value == statement.ResourcePatterns[index].Text.Value);
}
