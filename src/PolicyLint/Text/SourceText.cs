using System.Runtime.InteropServices;
using System.Text;

namespace PolicyLint;

/// <summary>
/// The bytes of one input, as they were given, and the way from a byte offset to a line and a column.
/// </summary>
/// <remarks>Lines end with LF, CRLF or a lone CR. Positions are worked out when they are asked for, not while parsing.</remarks>
public sealed class SourceText
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    // Column counts are kept for each block, so that a place far out on a long line costs one block and not the line.
    private const int BlockSize = 4096;

    private readonly Lazy<int[]> _lineStarts;
    private readonly Lazy<int[]> _unitsBefore;
    private bool? _mayHaveUnknown;

    // Nearly always the whole of an array: a span of that costs nothing.
    private readonly byte[]? _array;

    private SourceText(ReadOnlyMemory<byte> bytes, string? path, PolicyOrigin? origin = null)
    {
        Bytes = bytes;
        Path = path;
        Origin = origin;
        if (MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length)
            _array = segment.Array;

        _lineStarts = new Lazy<int[]>(FindLineStarts);
        _unitsBefore = new Lazy<int[]>(CountBlocks);
    }

    /// <summary>The input, including a byte order mark where there is one.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The same bytes.</summary>
    internal ReadOnlySpan<byte> Utf8 => _array is null ? Bytes.Span : _array;

    /// <summary>Whether a string may have <see cref="PolicyString.Unknown"/> in it, written out or escaped: a quick look.</summary>
    internal bool MayHaveUnknown => _mayHaveUnknown ??= Utf8.IndexOf("\uFFFF"u8) >= 0 || Utf8.Contains((byte)'\\');

    /// <summary>The name to report the input under, as the caller gave it; nothing is opened by this name.</summary>
    public string? Path { get; }

    /// <summary>The host file that a policy was taken out of, where this is the text of one that was; else null.</summary>
    public PolicyOrigin? Origin { get; }

    /// <summary>Whether the input starts with the UTF-8 byte order mark.</summary>
    public bool HasByteOrderMark => Bytes.Span.StartsWith(Utf8Mark);

    /// <summary>The bytes after a byte order mark: where the JSON starts.</summary>
    internal int ContentStart => HasByteOrderMark ? Utf8Mark.Length : 0;

    /// <summary>Wraps UTF-8 bytes. The caller must not change them afterwards.</summary>
    /// <param name="utf8">The bytes; they need not be valid UTF-8, the parser says where they are not.</param>
    /// <param name="path">The name to report the input under.</param>
    public static SourceText From(ReadOnlyMemory<byte> utf8, string? path = null) => new(utf8, path);

    /// <summary>Wraps a string.</summary>
    /// <param name="text">The text; an unpaired surrogate becomes U+FFFD.</param>
    /// <param name="path">The name to report the input under.</param>
    public static SourceText From(string text, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(Encoding.UTF8.GetBytes(text), path);
    }

    /// <summary>
    /// Wraps the text of a policy that was taken out of a host file. What a linter says of it is said of places in that file.
    /// </summary>
    /// <param name="utf8">
    /// The policy as JSON. A part of a string that is not known before deployment is the character
    /// <see cref="PolicyString.Unknown"/>, which is allowed here alone.
    /// </param>
    /// <param name="origin">Where each of its tokens stands.</param>
    public static SourceText From(ReadOnlyMemory<byte> utf8, PolicyOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return new(utf8, origin.File.Path, origin);
    }

    /// <summary>The line and column of a byte offset. An offset beyond the end gives the end.</summary>
    public LinePosition GetPosition(int offset)
    {
        offset = Math.Clamp(offset, 0, Bytes.Length);
        int line = GetLineIndex(offset);
        int start = line == 0 ? ContentStart : _lineStarts.Value[line];
        int column = offset - start <= BlockSize ? CountUnits(Bytes.Span[Math.Min(start, offset)..offset]) : UnitsBefore(offset) - UnitsBefore(start);
        return new LinePosition(line + 1, column + 1);
    }

    /// <summary>The number of lines; an empty text has one.</summary>
    public int LineCount => _lineStarts.Value.Length;

    /// <summary>Where a line stands, without its line end and without a byte order mark.</summary>
    internal TextSpan GetLineSpan(int line)
    {
        int[] starts = _lineStarts.Value;
        int start = line == 1 ? ContentStart : starts[line - 1];
        int end = line < starts.Length ? starts[line] : Bytes.Length;
        return new TextSpan(start, Bytes.Span[start..end].TrimEnd("\r\n"u8).Length);
    }

    /// <summary>The text of a line, without its line end and without a byte order mark.</summary>
    /// <param name="line">The number of the line, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public string GetLine(int line)
    {
        int[] starts = _lineStarts.Value;
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(line, starts.Length);
        return GetText(GetLineSpan(line));
    }

    /// <summary>The text of a range, as it stands in the source.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the text.</exception>
    public string GetText(TextSpan span) => Encoding.UTF8.GetString(Bytes.Span.Slice(span.Start, span.Length));

    private int GetLineIndex(int offset)
    {
        int index = Array.BinarySearch(_lineStarts.Value, offset);
        return index >= 0 ? index : ~index - 1;
    }

    private int UnitsBefore(int offset)
    {
        int block = offset / BlockSize;
        return _unitsBefore.Value[block] + CountUnits(Bytes.Span[(block * BlockSize)..offset]);
    }

    private int[] CountBlocks()
    {
        ReadOnlySpan<byte> bytes = Bytes.Span;
        var before = new int[(bytes.Length / BlockSize) + 1];
        for (int block = 1; block < before.Length; block++)
            before[block] = before[block - 1] + CountUnits(bytes.Slice((block - 1) * BlockSize, BlockSize));

        return before;
    }

    // UTF-16 units of UTF-8 text: a character counts at its first byte, and twice where it has four.
    private static int CountUnits(ReadOnlySpan<byte> utf8)
    {
        int units = 0;
        foreach (byte unit in utf8)
            units += unit is >= 0x80 and < 0xC0 ? 0 : unit is >= 0xF0 and <= 0xF4 ? 2 : 1;

        return units;
    }

    private int[] FindLineStarts()
    {
        ReadOnlySpan<byte> bytes = Bytes.Span;
        var starts = new List<int> { 0 };
        int at = 0;
        while (bytes[at..].IndexOfAny((byte)'\n', (byte)'\r') is var next and >= 0)
        {
            at += next + 1;
            if (bytes[at - 1] == '\r' && at < bytes.Length && bytes[at] == '\n')
                at++;
            starts.Add(at);
        }

        return [.. starts];
    }
}
