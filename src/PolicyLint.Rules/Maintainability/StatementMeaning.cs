using System.Text;

namespace PolicyLint.Rules.Maintainability;

/// <summary>What a statement says, whatever the order of its elements and values: two are equal when they say the same.</summary>
internal sealed class StatementMeaning : IEquatable<StatementMeaning>
{
    private readonly string _text;

    public StatementMeaning(Statement statement)
    {
        var text = new StringBuilder();
        text.Append(statement.Effect).Append('\n');
        Add(text, statement.Principal);
        Add(text, statement.NotPrincipal);
        Add(text, statement.Action, ignoreCase: true);
        Add(text, statement.NotAction, ignoreCase: true);
        Add(text, statement.Resource, ignoreCase: false);
        Add(text, statement.NotResource, ignoreCase: false);
        Add(text, statement.Condition);
        _text = text.ToString();
    }

    /// <summary>Whether no part is left open by a template: two open parts need not be the same.</summary>
    public bool IsKnown => !_text.Contains(PolicyString.Unknown, StringComparison.Ordinal);

    /// <summary>A number that is the same for statements that say the same: which elements there are, and how many values.</summary>
    public static int OutlineOf(Statement statement)
    {
        int outline = (int)statement.Effect;
        outline = (outline * Factor) + CountOf(statement.Action);
        outline = (outline * Factor) + CountOf(statement.NotAction);
        outline = (outline * Factor) + CountOf(statement.Resource);
        outline = (outline * Factor) + CountOf(statement.NotResource);
        outline = (outline * Factor) + (statement.Condition?.Clauses.Length ?? -1);
        return (outline * Factor) + (statement.Principal is null ? 0 : 1);
    }

    /// <summary>Another such number, of the values themselves: it rarely is the same for others.</summary>
    public static int ContentOf(Statement statement) => HashCode.Combine(
        statement.Action?.Outline, statement.NotAction?.Outline, statement.Resource?.Outline, statement.NotResource?.Outline);

    private const int Factor = 31;

    private static int CountOf(PolicyStringList? list) => list?.Count ?? -1;

    public bool Equals(StatementMeaning? other) => other is not null && other._text == _text;

    public override bool Equals(object? obj) => Equals(obj as StatementMeaning);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    private static void Add(StringBuilder text, Principal? principal)
    {
        if (principal is null)
            return;

        text.Append(principal.Name).Append(' ').Append(principal.Text?.Value).Append('\n');
        foreach (PolicyStringList entry in principal.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
            Add(text, entry, ignoreCase: false);
    }

    private static void Add(StringBuilder text, PolicyStringList? list, bool ignoreCase)
    {
        if (list is not null)
            Add(text, list.Name, list.Values.Select(value => ignoreCase ? value.Value.ToUpperInvariant() : value.Value));
    }

    private static void Add(StringBuilder text, ConditionBlock? condition)
    {
        if (condition is null)
            return;

        // Operators and keys are compared without regard to case.
        var terms =
            from clause in condition.Clauses
            from entry in clause.Entries
            let name = $"{clause.OperatorText.Value.ToUpperInvariant()} {entry.Key.Value.ToUpperInvariant()}"
            orderby name
            select (name, entry);
        text.Append("Condition\n");
        foreach (var (name, entry) in terms)
            Add(text, name, entry.Values.Select(value => value.Text));
    }

    // A line break cannot be mistaken for a part of a value where each value says its length.
    private static void Add(StringBuilder text, string name, IEnumerable<string> values)
    {
        text.Append(name).Append('\n');
        foreach (string value in values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            text.Append(' ').Append(value.Length).Append(' ').Append(value).Append('\n');
    }
}
