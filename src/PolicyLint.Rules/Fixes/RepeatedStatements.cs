using System.Text;
using PolicyLint.Analysis;
using PolicyLint.Fixing;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Fixes;

/// <summary>Takes out statements that say exactly what an earlier one says, their Sids left aside.</summary>
internal sealed class RepeatedStatements : IFixProvider
{
    public string Name => "redundant-statement";

    public IEnumerable<PolicyFix> Propose(FixContext context)
    {
        var first = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new List<PolicyNode>();
        foreach (StatementAccess statement in context.Policy.Statements)
        {
            // The words of a grammar that is broken may mean anything.
            if (statement.HasUnknown || context.Result.Document.Problems.Any(problem => problem.Pointer.StartsWith(statement.Statement.Pointer, StringComparison.Ordinal)))
                continue;

            if (!first.Add(MeaningOf(statement.Statement)))
                repeated.Add(statement.Statement);
        }

        if (repeated.Count > 0)
        {
            yield return new PolicyFix
            {
                Name = Name,
                Title = $"Take out {repeated.Count.Times("statement")} that {(repeated.Count == 1 ? "repeats" : "repeat")} an earlier one",
                Safety = FixSafety.Safe,
                Edits = context.Editor.Remove(repeated),
                Findings = [.. repeated.SelectMany(statement => context.FindingsIn(Name, statement))],
            };
        }
    }

    // Lists are sets: their order and their repetitions do not count.
    private static string MeaningOf(Statement statement)
    {
        var text = new StringBuilder(statement.Effect.ToString());
        Add(text, statement.Principal);
        Add(text, statement.NotPrincipal);
        Add(text, statement.Action, ignoreCase: true);
        Add(text, statement.NotAction, ignoreCase: true);
        Add(text, statement.Resource);
        Add(text, statement.NotResource);
        foreach (ConditionClause clause in statement.Condition?.Clauses.OrderBy(clause => clause.OperatorText.Value, StringComparer.Ordinal) ?? Enumerable.Empty<ConditionClause>())
        {
            Add(text, "when", [clause.OperatorText.Value]);
            foreach (ConditionEntry entry in clause.Entries.OrderBy(entry => entry.Key.Value, StringComparer.Ordinal))
                Add(text, entry.Key.Value, entry.Values.Select(value => value.Text));
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, Principal? principal)
    {
        if (principal is null)
            return;

        Add(text, principal.Name, principal.Text is { } everybody ? [everybody.Value] : []);
        foreach (PolicyStringList kind in principal.Entries.OrderBy(kind => kind.Name, StringComparer.Ordinal))
            Add(text, kind);
    }

    private static void Add(StringBuilder text, PolicyStringList? list, bool ignoreCase = false)
    {
        if (list is not null)
            Add(text, list.Name, list.Values.Select(value => ignoreCase ? value.Value.ToUpperInvariant() : value.Value));
    }

    // U+0000 to U+0002 stand in no policy that AWS takes.
    private static void Add(StringBuilder text, string name, IEnumerable<string> values) =>
        text.Append('\0').Append(name).Append('\u0001').AppendJoin('\u0002', values.Distinct().Order(StringComparer.Ordinal));
}
