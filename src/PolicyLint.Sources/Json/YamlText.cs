using System.Text;
using YamlDotNet.Core;

namespace PolicyLint.Sources.Json;

/// <summary>The text of a YAML file as the library reads it, and the way from its marks, in UTF-16 units, to bytes.</summary>
internal sealed class YamlText
{
    private const int BlockSize = 1024;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _start;

    // The byte at which every block of units starts; null where each unit is a byte.
    private readonly int[]? _blocks;

    public YamlText(SourceText file)
    {
        _bytes = file.Bytes;
        _start = file.HasByteOrderMark ? 3 : 0;
        ReadOnlySpan<byte> content = _bytes.Span[_start..];
        Text = Encoding.UTF8.GetString(content);
        if (Text.Length != content.Length)
            _blocks = FindBlocks();
    }

    /// <summary>The text, without a byte order mark.</summary>
    public string Text { get; }

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

    private int ByteOf(in Mark mark)
    {
        int unit = (int)Math.Clamp(mark.Index, 0, Text.Length);
        if (_blocks is null)
            return _start + unit;

        int block = unit / BlockSize;
        return _blocks[block] + Encoding.UTF8.GetByteCount(Text.AsSpan((block * BlockSize)..unit));
    }

    // Half of a surrogate pair at the end of a block counts as three bytes, and so does the other half: the sum would be wrong.
    private int[] FindBlocks()
    {
        var blocks = new int[(Text.Length / BlockSize) + 1];
        int at = _start;
        int unit = 0;
        foreach (Rune rune in Text.EnumerateRunes())
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
