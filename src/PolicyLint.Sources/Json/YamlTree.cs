using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyLint.Sources.Json;

/// <summary>
/// Reads YAML as a tree that knows where everything stands, with aliases and merge keys resolved. It does not throw on any input,
/// and what it builds from aliases is bounded.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>How many values aliases may stand for, all together. What a few lines of aliases of aliases mean has no end.</summary>
    public const int MaxAliasedValues = 200_000;

    private const string MergeKey = "<<";

    // Each time, the file is read from its start.
    private const int MaxEased = 20;

    private readonly YamlText _text;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, Built> _anchors = [];
    private long _aliased;

    private YamlTree(YamlText text)
    {
        _text = text;
        _parser = new Parser(new Scanner(new StringReader(text.Text), skipComments: true));
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">What is wrong with it, where the result is null.</param>
    public static HostNode? Read(SourceText file, out SourceProblem? problem)
    {
        problem = HostEncoding.ProblemOf(file);
        if (problem is not null)
            return null;

        var text = new YamlText(file);
        try
        {
            return ReadEased(text);
        }
        catch (NotReadException exception)
        {
            problem = FilledInLater(file, exception.Span) ?? new SourceProblem(exception.Message, exception.Span);
        }
        catch (YamlException exception)
        {
            problem = Explain(file, exception, text);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A defect of the YAML library on one file says nothing about the others.
            problem = new SourceProblem($"not YAML that can be read: {exception.GetType().Name}", default);
        }

        return null;
    }

    private static HostNode ReadEased(YamlText text)
    {
        for (int eased = 0; ; eased++)
        {
            try
            {
                return new YamlTree(text).ReadDocument();
            }
            catch (YamlException exception) when (eased < MaxEased && text.Ease(exception))
            {
                // And once more.
            }
        }
    }

    private HostNode ReadDocument()
    {
        Take();
        if (Peek() is StreamEnd end)
            throw new NotReadException("the file is empty", _text.SpanOf(end.Start, end.Start));

        Take();
        HostNode root = ReadNode(1).Node;
        Take();
        if (Peek() is DocumentStart second)
            throw new NotReadException("a second YAML document starts here, and a template is one document", _text.SpanOf(second.Start, second.End));

        return root;
    }

    private ParsingEvent Peek() => _parser.Current ?? (_parser.MoveNext() ? _parser.Current! : throw new YamlException("the text ends here"));

    private ParsingEvent Take()
    {
        ParsingEvent current = Peek();
        _parser.MoveNext();
        return current;
    }

    private Built ReadNode(int depth)
    {
        ParsingEvent current = Take();
        if (depth > JsonTree.MaxDepth)
            throw new NotReadException($"lists and objects lie more than {JsonTree.MaxDepth} deep in each other", _text.SpanOf(current.Start, current.Start));

        if (current is AnchorAlias alias)
            return Resolve(alias, depth);

        Built built = current switch
        {
            MappingStart start => ReadMapping(start, depth),
            SequenceStart start => ReadSequence(start, depth),
            Scalar scalar => new Built(ReadScalar(scalar), 1, 1),
            _ => throw new NotReadException("a value was expected", _text.SpanOf(current.Start, current.Start)),
        };
        if (current is NodeEvent { Anchor.IsEmpty: false } node)
            _anchors[node.Anchor] = built;

        return built;
    }

    private Built Resolve(AnchorAlias alias, int depth)
    {
        TextSpan place = _text.SpanOf(alias.Start, alias.End);
        if (!_anchors.TryGetValue(alias.Value, out Built target))
            throw new NotReadException("an alias of something that has no such anchor before it", place);

        _aliased += target.Weight;
        if (_aliased > MaxAliasedValues)
            throw new NotReadException($"aliases stand for more than {MaxAliasedValues} values", place);

        if (depth + target.Height > JsonTree.MaxDepth)
            throw new NotReadException($"with its aliases, values lie more than {JsonTree.MaxDepth} deep in each other", place);

        return target;
    }

    private HostScalar ReadScalar(Scalar scalar)
    {
        ScalarStyle style = scalar.Style switch
        {
            YamlDotNet.Core.ScalarStyle.SingleQuoted => ScalarStyle.SingleQuoted,
            YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
            YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
            YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
            _ => ScalarStyle.Plain,
        };
        return new HostScalar(_text.TrimmedSpanOf(scalar.Start, scalar.End), scalar.Value, style) { Tag = TagOf(scalar) };
    }

    private Built ReadSequence(SequenceStart start, int depth)
    {
        var values = new List<HostNode>();
        long weight = 1;
        int height = 0;
        TextSpan? last = null;
        while (Peek() is not SequenceEnd)
        {
            var alias = Peek() as AnchorAlias;
            Built value = ReadNode(depth + 1);
            last = alias is null ? value.Node.Span : _text.SpanOf(alias.Start, alias.End);
            values.Add(value.Node);
            weight += value.Weight;
            height = Math.Max(height, value.Height);
        }

        bool isBlock = start.Style == SequenceStyle.Block;
        TextSpan span = SpanOf(start, Take(), isBlock, last);
        return new Built(new HostSequence(span, values) { Tag = TagOf(start), IsBlock = isBlock }, weight, height + 1);
    }

    private Built ReadMapping(MappingStart start, int depth)
    {
        var members = new List<HostMember>();
        var merged = new List<HostNode>();
        long weight = 1;
        int height = 0;
        TextSpan? last = null;
        while (Peek() is not MappingEnd)
        {
            Built key = ReadNode(depth + 1);
            if (key.Node is not HostScalar name)
                throw new NotReadException("a name is a text, not a list or an object", key.Node.Span);

            var alias = Peek() as AnchorAlias;
            Built value = ReadNode(depth + 1);
            last = alias is null ? value.Node.Span : _text.SpanOf(alias.Start, alias.End);
            weight += value.Weight + 1;
            height = Math.Max(height, value.Height);
            if (name is { Value: MergeKey, Style: ScalarStyle.Plain })
                merged.Add(value.Node);
            else
                members.Add(new HostMember(name, value.Node));
        }

        Merge(members, merged);
        bool isBlock = start.Style == MappingStyle.Block;
        TextSpan span = SpanOf(start, Take(), isBlock, last);
        return new Built(new HostMapping(span, members) { Tag = TagOf(start), IsBlock = isBlock }, weight, height + 1);
    }

    // https://yaml.org/type/merge.html: what the object says itself is stronger, then the first of the merged.
    private static void Merge(List<HostMember> members, List<HostNode> merged)
    {
        if (merged.Count == 0)
            return;

        HashSet<string> known = [.. members.Select(member => member.Name)];
        foreach (HostNode source in merged.SelectMany(node => node is HostSequence list ? list.Values : [node]))
            members.AddRange(source.Members.Where(member => known.Add(member.Name)));
    }

    // The end that the library gives for a block is where the next thing starts.
    private TextSpan SpanOf(NodeEvent start, ParsingEvent end, bool isBlock, TextSpan? last)
    {
        if (!isBlock)
            return _text.SpanToBracket(start.Start, end.Start);

        TextSpan head = _text.TrimmedSpanOf(start.Start, start.End);
        return last is { } place && place.End >= head.Start ? TextSpan.FromBounds(head.Start, place.End) : head;
    }

    private static SourceProblem Explain(SourceText file, YamlException exception, YamlText text)
    {
        TextSpan place = text.SpanOf(exception.Start, exception.Start);
        if (TabBefore(file, text.SpanOf(exception.End, exception.End).Start) is { } tab)
            return new SourceProblem("not YAML: lines are indented with spaces, not with a tab", tab);

        bool isStar = place.Start < file.Bytes.Length && file.Bytes.Span[place.Start] == '*';
        return FilledInLater(file, place)
            ?? new SourceProblem(isStar ? "not YAML: a * that starts a value is an alias; write '*' in quotes" : $"not YAML: {Sentence(exception.Message)}", place);
    }

    // Jinja, Helm, cookiecutter, Go templates.
    private static SourceProblem? FilledInLater(SourceText file, TextSpan place)
    {
        ReadOnlySpan<byte> line = file.Bytes.Span[LineStart(file, place.Start)..];
        if (line.IndexOf((byte)'\n') is var end and >= 0)
            line = line[..end];

        return line.IndexOf("{{"u8) >= 0 || line.IndexOf("{%"u8) >= 0
            ? new SourceProblem("not YAML: another tool is to fill this file in before ({{ … }}, {% … %})", place)
            : null;
    }

    private static int LineStart(SourceText file, int place) => file.Bytes.Span[..place].LastIndexOf((byte)'\n') + 1;

    private static TextSpan? TabBefore(SourceText file, int place)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        int lineStart = LineStart(file, place);
        int indent = bytes[lineStart..].IndexOfAnyExcept((byte)' ', (byte)'\t');
        int tab = indent < 0 ? -1 : bytes.Slice(lineStart, indent).IndexOf((byte)'\t');
        return tab < 0 ? null : new TextSpan(lineStart + tab, 1);
    }

    private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty || node.Tag.IsNonSpecific ? null : node.Tag.Value;

    private static string Sentence(string message)
    {
        // "(Line: 1, Col: 2, Idx: 3) - …: What is wrong."
        int start = message.LastIndexOf("): ", StringComparison.Ordinal);
        message = (start < 0 ? message : message[(start + 3)..]).Trim().TrimEnd('.');
        return message.Length == 0 ? "it breaks off here" : char.ToLowerInvariant(message[0]) + message[1..];
    }

    /// <summary>A value, how many values it is with all in it, and how deep they lie.</summary>
    private readonly record struct Built(HostNode Node, long Weight, int Height);

    private sealed class NotReadException(string message, TextSpan span) : Exception(message)
    {
        public TextSpan Span => span;
    }
}
