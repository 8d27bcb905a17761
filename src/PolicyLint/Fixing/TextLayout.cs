using System.Text;

namespace PolicyLint.Fixing;

/// <summary>How a file is laid out: its line ends, its indentation, whether its lists are on one line.</summary>
internal sealed class TextLayout
{
    private readonly SourceText _source;
    private readonly string? _lineEnd;
    private readonly string _unit;
    private readonly bool _breaksLines;
    private readonly bool _isMinified;
    private readonly bool _listsOnLines;

    public TextLayout(SourceText source, JsonPart root)
    {
        _source = source;
        ReadOnlySpan<byte> bytes = source.Utf8;
        _lineEnd = bytes.IndexOfAny((byte)'\n', (byte)'\r') is var at and >= 0
            ? bytes[at] == '\n' ? "\n" : at + 1 < bytes.Length && bytes[at + 1] == '\n' ? "\r\n" : "\r"
            : null;
        _breaksLines = IsOnLines(root);
        _unit = UnitOf(root);
        _isMinified = !_breaksLines && root.Children is [{ Name: { } name, Span.Start: var value }, ..] && value == name.End + 1;
        _listsOnLines = Lists(root).Where(list => list.Children is [{ Name: null, Children.Count: 0 }, _, ..]).Select(list => (bool?)IsOnLines(list)).FirstOrDefault() ?? true;
    }

    /// <summary>How something that is added to an object, or stands beside it, is to be written.</summary>
    public JsonForm FormIn(JsonPart part)
    {
        JsonSpacing spacing = IsOnLines(part) ? JsonSpacing.Lines : _isMinified ? JsonSpacing.None : JsonSpacing.Spaces;
        return new JsonForm(spacing, _breaksLines ? _lineEnd : null, _unit, _listsOnLines);
    }

    /// <summary>The white space that the line of a place starts with.</summary>
    public string IndentAt(int offset)
    {
        ReadOnlySpan<byte> bytes = _source.Utf8;
        int start = Math.Max(_source.ContentStart, bytes[..offset].LastIndexOfAny((byte)'\n', (byte)'\r') + 1);
        int end = start;
        while (end < offset && bytes[end] is (byte)' ' or (byte)'\t')
            end++;

        return Encoding.UTF8.GetString(bytes[start..end]);
    }

    /// <summary>What separates the members or items: as between the first two, or as the first is from its bracket.</summary>
    public string SeparatorIn(JsonPart container)
    {
        if (container.Children is [var first, var second, ..] && TextBetween(first.End, second.Start) is var gap && gap.Trim() == ",")
            return gap;

        if (container.Children is [var only, ..] && TextBetween(container.Span.Start + 1, only.Start) is var lead && lead.Contains('\n') && lead.AsSpan().IsWhiteSpace())
            return "," + lead;

        return _isMinified ? "," : ", ";
    }

    /// <summary>Whether a value goes over several lines.</summary>
    private bool IsOnLines(JsonPart part) => _source.Utf8.Slice(part.Span.Start, part.Span.Length).ContainsAny((byte)'\n', (byte)'\r');

    private string TextBetween(int start, int end) => _source.GetText(TextSpan.FromBounds(start, end));

    private string UnitOf(JsonPart root)
    {
        string outer = IndentAt(root.Start);
        string inner = root.Children is [var first, ..] ? IndentAt(first.Start) : outer;
        return inner.Length > outer.Length ? inner[outer.Length..] : "  ";
    }

    private static IEnumerable<JsonPart> Lists(JsonPart part) =>
        part.Children.SelectMany(Lists).Prepend(part).Where(candidate => candidate.IsList);
}
