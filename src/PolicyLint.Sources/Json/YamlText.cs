using System.Text;
using YamlDotNet.Core;

namespace PolicyLint.Sources.Json;

/// <summary>The text of a YAML file as the library reads it, and the way from its marks, in UTF-16 units, to bytes.</summary>
internal sealed class YamlText
{
    private const int BlockSize = 1024;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string _original;
    private readonly List<(int At, int Added)> _edits = [];
    private readonly int _start;

    // The byte at which every block of units starts; null where each unit is a byte.
    private readonly int[]? _blocks;

    public YamlText(SourceText file)
    {
        _bytes = file.Bytes;
        _start = file.HasByteOrderMark ? 3 : 0;
        ReadOnlySpan<byte> content = _bytes.Span[_start..];
        Text = _original = Encoding.UTF8.GetString(content);
        if (Text.Length != content.Length)
            _blocks = FindBlocks();
    }

    /// <summary>The text, without a byte order mark, and with what was eased.</summary>
    public string Text { get; private set; }

    /// <summary>
    /// Eases white space on which the library is stricter than what reads templates at AWS: spaces in an empty line at the start of a
    /// block, and a line of a text in quotes that is not indented further than its name. False where that is not what is wrong.
    /// </summary>
    public bool Ease(YamlException exception)
    {
        if (exception.Message.Contains("extra spaces in first line", StringComparison.Ordinal))
            return RemoveSpacesAbove((int)exception.Start.Index);

        return exception.Message.Contains("found wrong indentation", StringComparison.Ordinal) && Indent((int)exception.End.Index);
    }

    /// <summary>The bytes between two marks.</summary>
    public TextSpan SpanOf(in Mark start, in Mark end)
    {
        int first = ByteOf(start);
        return TextSpan.FromBounds(first, Math.Max(first, ByteOf(end)));
    }

    /// <summary>The bytes from a mark to the bracket at another, which is in it.</summary>
    public TextSpan SpanToBracket(in Mark start, in Mark bracket)
    {
        TextSpan span = SpanOf(start, bracket);
        return span with { Length = Math.Min(span.Length + 1, _bytes.Length - span.Start) };
    }

    /// <summary>The bytes between two marks without the white space at their end, which the library counts in.</summary>
    public TextSpan TrimmedSpanOf(in Mark start, in Mark end)
    {
        TextSpan span = SpanOf(start, end);
        return span with { Length = _bytes.Span.Slice(span.Start, span.Length).TrimEnd(" \t\r\n"u8).Length };
    }

    private bool RemoveSpacesAbove(int place)
    {
        int before = _edits.Count;
        int next = LineStart(place);
        while (next > 0)
        {
            int line = LineStart(next - 1);
            int length = Text.AsSpan(line).IndexOfAnyExcept(' ');
            if (length < 0 || Text[line + length] is not ('\r' or '\n'))
                break;

            if (length > 0)
            {
                Text = Text.Remove(line, length);
                _edits.Add((line, -length));
            }

            next = line;
        }

        return _edits.Count > before;
    }

    private bool Indent(int place)
    {
        int line = LineStart(place);
        Text = Text.Insert(line, " ");
        _edits.Add((line, 1));
        return true;
    }

    private int LineStart(int place) => Text.AsSpan(0, Math.Clamp(place, 0, Text.Length)).LastIndexOf('\n') + 1;

    private int OriginalOf(int unit)
    {
        for (int i = _edits.Count - 1; i >= 0; i--)
        {
            (int at, int added) = _edits[i];
            if (added < 0)
                unit += unit >= at ? -added : 0;
            else
                unit -= unit > at ? added : 0;
        }

        return unit;
    }

    private int ByteOf(in Mark mark)
    {
        int unit = OriginalOf((int)Math.Clamp(mark.Index, 0, Text.Length));
        if (_blocks is null)
            return _start + unit;

        int block = unit / BlockSize;
        return _blocks[block] + Encoding.UTF8.GetByteCount(_original.AsSpan((block * BlockSize)..unit));
    }

    // Half of a surrogate pair at the end of a block counts as three bytes, and so does the other half: the sum would be wrong.
    private int[] FindBlocks()
    {
        var blocks = new int[(_original.Length / BlockSize) + 1];
        int at = _start;
        int unit = 0;
        foreach (Rune rune in _original.EnumerateRunes())
        {
            if (unit % BlockSize == 0)
                blocks[unit / BlockSize] = at;
            else if (rune.Utf16SequenceLength == 2 && unit % BlockSize == BlockSize - 1)
                blocks[(unit + 1) / BlockSize] = at;

            at += rune.Utf8SequenceLength;
            unit += rune.Utf16SequenceLength;
        }

        if (unit % BlockSize == 0)
            blocks[unit / BlockSize] = at;

        return blocks;
    }
}
