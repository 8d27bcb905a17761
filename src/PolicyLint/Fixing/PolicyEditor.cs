using System.Collections.Immutable;

namespace PolicyLint.Fixing;

/// <summary>
/// Makes edits of a policy that keep the layout of its file: indentation, line ends, lists on one line or on many, and
/// everything that an edit is not about.
/// </summary>
public sealed class PolicyEditor
{
    private readonly SourceText _source;
    private readonly JsonTree _tree;
    private readonly TextLayout _layout;

    /// <summary>Makes an editor for a document.</summary>
    /// <exception cref="ArgumentException">The document could not be read to its end.</exception>
    public PolicyEditor(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!document.IsReadable)
            throw new ArgumentException("The document could not be read to its end, so it cannot be edited.", nameof(document));

        _source = document.Source;
        _tree = JsonTree.Read(_source);
        _layout = new TextLayout(_source, _tree.Root);
    }

    /// <summary>Takes values out of a list, or statements out of a policy, with their commas and lines.</summary>
    /// <param name="nodes">Items of one list.</param>
    /// <exception cref="ArgumentException">They are not items of one list, or no item would be left.</exception>
    public ImmutableArray<TextEdit> Remove(IReadOnlyCollection<PolicyNode> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        HashSet<JsonPart> parts = [.. nodes.Select(node => _tree.At(node.Span))];
        return parts.Select(part => part.Parent).Distinct().ToArray() is [{ IsList: true } list] && list.Children.Count > parts.Count
            ? RemoveFrom(list, parts)
            : throw new ArgumentException("Only some of the items of one list can be taken out.", nameof(nodes));
    }

    /// <summary>Writes values in place of one: in its list, or as a list in place of a single value.</summary>
    /// <param name="value">A value of an element.</param>
    /// <param name="values">What stands there instead, at least one.</param>
    public ImmutableArray<TextEdit> Replace(PolicyString value, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(values);
        JsonPart part = _tree.At(value.Span);
        string text = part.Parent is { IsList: true } list
            ? string.Join(_layout.SeparatorIn(list), values.Select(JsonForm.Literal))
            : Lay(JsonForm.Values(values), part.Parent!, part.Start);
        return [new TextEdit(part.Span, text)];
    }

    /// <summary>Writes other values in place of all that an element has.</summary>
    /// <param name="element">The element.</param>
    /// <param name="values">Its values, at least one.</param>
    public ImmutableArray<TextEdit> Replace(PolicyStringList element, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(element);
        ArgumentNullException.ThrowIfNull(values);
        JsonPart part = _tree.At(element.Span);
        return [new TextEdit(part.Span, Lay(JsonForm.Values(values), part.Parent!, part.Start))];
    }

    /// <summary>Writes statements in place of one.</summary>
    /// <param name="statement">A statement.</param>
    /// <param name="statements">The statements that stand there instead, each as JSON in any layout; at least one.</param>
    public ImmutableArray<TextEdit> Replace(Statement statement, IReadOnlyList<string> statements)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(statements);
        JsonPart part = _tree.At(statement.Span);
        string text = string.Join(StatementSeparator(part), statements.Select(json => Lay(json, part, part.Start)));
        return [new TextEdit(part.Span, part.Parent!.IsList || statements.Count == 1 ? text : $"[{text}]")];
    }

    /// <summary>Adds statements behind one. Where the policy had a single statement, the two become a list.</summary>
    /// <param name="statement">The statement before.</param>
    /// <param name="statements">The statements, each as JSON in any layout.</param>
    public ImmutableArray<TextEdit> AddAfter(Statement statement, IReadOnlyList<string> statements)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(statements);
        JsonPart part = _tree.At(statement.Span);
        string separator = StatementSeparator(part);
        string added = string.Concat(statements.Select(json => separator + Lay(json, part, part.Start)));
        return part.Parent!.IsList
            ? [Insert(part.End, added)]
            : [Insert(part.Span.Start, "["), Insert(part.End, added + "]")];
    }

    /// <summary>Adds an element as the last of a statement, or as the first of the document.</summary>
    /// <param name="owner">The statement or the document.</param>
    /// <param name="name">The element's name.</param>
    /// <param name="json">Its value, as JSON in any layout.</param>
    public ImmutableArray<TextEdit> AddElement(PolicyNode owner, string name, string json)
    {
        ArgumentNullException.ThrowIfNull(owner);
        JsonPart part = _tree.At(owner.Span);
        int anchor = part.Children is [var first, ..] ? first.Start : part.Span.Start + 1;
        string member = JsonForm.Literal(name) + _layout.FormIn(part).Colon + Lay(json, part, anchor);
        if (part.Children.Count == 0)
            return [Insert(anchor, member)];

        return owner is PolicyDocument
            ? [Insert(anchor, member + _layout.SeparatorIn(part))]
            : [Insert(part.Children[^1].End, _layout.SeparatorIn(part) + member)];
    }

    /// <summary>Replaces a range by another text.</summary>
    public static ImmutableArray<TextEdit> Replace(TextSpan span, string text) => [new TextEdit(span, text)];

    /// <summary>Takes a range out; where it stands alone on its lines, these too.</summary>
    public ImmutableArray<TextEdit> RemoveWithLine(TextSpan span)
    {
        ReadOnlySpan<byte> bytes = _source.Utf8;
        int start = span.Start;
        while (start > _source.ContentStart && bytes[start - 1] is (byte)' ' or (byte)'\t')
            start--;

        bool startsLine = start == _source.ContentStart || bytes[start - 1] is (byte)'\n' or (byte)'\r';
        int end = span.End;
        while (end < bytes.Length && bytes[end] is (byte)' ' or (byte)'\t')
            end++;

        bool endsLine = end == bytes.Length || bytes[end] is (byte)'\n' or (byte)'\r';
        if (!endsLine)
            return [new TextEdit(span, "")];

        if (startsLine && end < bytes.Length)
            end += bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? 2 : 1;

        return [new TextEdit(TextSpan.FromBounds(start, end), "")];
    }

    internal JsonPart PartAt(TextSpan span) => _tree.At(span);

    internal IEnumerable<JsonPart> Members(Func<JsonPart, bool> isMeant) => _tree.All.Where(isMeant);

    private static TextEdit Insert(int at, string text) => new(new TextSpan(at, 0), text);

    private static ImmutableArray<TextEdit> RemoveFrom(JsonPart list, HashSet<JsonPart> parts)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        IReadOnlyList<JsonPart> items = list.Children;
        for (int first = 0; first < items.Count; first++)
        {
            if (!parts.Contains(items[first]))
                continue;

            int next = first + 1;
            while (next < items.Count && parts.Contains(items[next]))
                next++;

            // What follows moves up; at the end of the list, the comma before goes.
            TextSpan span = next < items.Count
                ? TextSpan.FromBounds(items[first].Start, items[next].Start)
                : TextSpan.FromBounds(items[first - 1].End, items[next - 1].End);
            edits.Add(new TextEdit(span, ""));
            first = next;
        }

        return edits.DrainToImmutable();
    }

    private string StatementSeparator(JsonPart statement)
    {
        JsonPart owner = statement.Parent!;
        return owner.IsList ? _layout.SeparatorIn(owner) : _layout.FormIn(owner).Spacing == JsonSpacing.None ? "," : ", ";
    }

    private string Lay(string json, JsonPart neighbour, int anchor) => _layout.FormIn(neighbour).Write(json, _layout.IndentAt(anchor));
}
