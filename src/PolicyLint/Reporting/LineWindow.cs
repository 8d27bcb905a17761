using System.Text;

namespace PolicyLint.Reporting;

/// <summary>
/// The part of one source line around a span that fits a width, ready to show: harmless, tabs widened, with an ellipsis
/// where it was cut. Looks only at the bytes near the span, so that a policy on one huge line costs no more than another.
/// </summary>
internal sealed class LineWindow
{
    private const int TabWidth = 4;

    // Nearly every character of a policy is one of these.
    private static readonly string?[] Printable = new string[0x7F - ' '];

    private readonly List<Piece> _pieces;
    private readonly int _lineEnd;
    private int _firstPiece;
    private int _endPiece;
    private bool _cutLeft;
    private bool _cutRight;

    private LineWindow(ReadOnlySpan<byte> bytes, int contentStart, TextSpan span, int width)
    {
        // A character has at most four bytes and most have at least one column.
        int reach = width * 4;
        int start = StartOfLine(bytes, contentStart, span.Start, reach, out _cutLeft);
        _lineEnd = EndOfLine(bytes, span.Start, Math.Max(span.Length, 0) + reach, reach * 2, out _cutRight);
        _pieces = new(_lineEnd - start);
        ReadPieces(bytes, start);
        Fit(span, width);
    }

    /// <summary>The text to show.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder(_endPiece - _firstPiece + 2);
            if (_cutLeft)
                text.Append('…');
            for (int i = _firstPiece; i < _endPiece; i++)
                text.Append(_pieces[i].Text);
            if (_cutRight)
                text.Append('…');
            return text.ToString();
        }
    }

    /// <summary>The window of a width, in columns, around a span; the span may go on beyond its line.</summary>
    public static LineWindow Around(SourceText source, TextSpan span, int width) =>
        new(source.Bytes.Span, source.ContentStart, span, width);

    /// <summary>The columns, from 0, under which a span that starts on this line is to be underlined: at least one.</summary>
    public (int Start, int Length) Locate(TextSpan span)
    {
        int first = ColumnOf(span.Start);
        int end = ColumnOf(Math.Min(span.End, _lineEnd));
        return (first, Math.Max(1, end - first));
    }

    private static int StartOfLine(ReadOnlySpan<byte> bytes, int contentStart, int at, int reach, out bool isCut)
    {
        int limit = Math.Max(contentStart, at - reach);
        int newline = limit < at ? bytes[limit..at].LastIndexOfAny((byte)'\n', (byte)'\r') : -1;
        isCut = newline < 0 && limit > contentStart;
        int start = newline < 0 ? limit : limit + newline + 1;
        while (isCut && start < at && IsContinuation(bytes[start]))
            start++;

        return start;
    }

    private static int EndOfLine(ReadOnlySpan<byte> bytes, int at, int wanted, int most, out bool isCut)
    {
        int limit = Math.Min(bytes.Length, at + Math.Min(wanted, most));
        int newline = bytes[at..limit].IndexOfAny((byte)'\n', (byte)'\r');
        isCut = newline < 0 && limit < bytes.Length && bytes[limit] is not ((byte)'\n' or (byte)'\r');
        int end = newline < 0 ? limit : at + newline;
        while (isCut && end > at && IsContinuation(bytes[end]))
            end--;

        return end;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    private void ReadPieces(ReadOnlySpan<byte> bytes, int start)
    {
        int cells = 0;
        for (int at = start; at < _lineEnd;)
        {
            Rune.DecodeFromUtf8(bytes[at.._lineEnd], out Rune rune, out int length);
            string text = Show(rune, cells);
            int width = CellWidth.Of(text);
            _pieces.Add(new Piece(at, text, width));
            cells += width;
            at += length;
        }
    }

    // A second # is escaped for what it may start beside the first: see SafeText.
    private string Show(Rune rune, int cells) => rune.Value switch
    {
        '\t' => new string(' ', TabWidth - (cells % TabWidth)),
        '#' when _pieces is [.., { Text: "#" or SafeText.EscapedHash }] => SafeText.EscapedHash,
        >= ' ' and < 0x7F => Printable[rune.Value - ' '] ??= rune.ToString(),
        _ => SafeText.Escape(rune.ToString()),
    };

    // Shows the whole line where it fits; otherwise the span with some of what stands before it.
    private void Fit(TextSpan span, int width)
    {
        int spanFirst = IndexOf(span.Start);
        int spanEnd = IndexOf(span.End);
        _firstPiece = 0;
        _endPiece = _pieces.Count;
        if (Cells(0, _pieces.Count) + (_cutLeft ? 1 : 0) + (_cutRight ? 1 : 0) <= width)
            return;

        int room = width - 2;
        _firstPiece = spanFirst;
        int cells = Cells(spanFirst, spanEnd);
        int before = Math.Max(room / 4, cells >= room ? 0 : (room - cells) / 2);
        for (int taken = 0; _firstPiece > 0 && taken + _pieces[_firstPiece - 1].Width <= before; _firstPiece--)
            taken += _pieces[_firstPiece - 1].Width;

        int used = 0;
        for (_endPiece = _firstPiece; _endPiece < _pieces.Count && used + _pieces[_endPiece].Width <= room + (IsCutLeft ? 0 : 1); _endPiece++)
            used += _pieces[_endPiece].Width;

        // What the end of the line leaves free goes to the left.
        for (; _firstPiece > 0 && used + _pieces[_firstPiece - 1].Width <= room + (IsCutRight ? 0 : 1); _firstPiece--)
            used += _pieces[_firstPiece - 1].Width;

        _cutLeft = IsCutLeft;
        _cutRight = IsCutRight;
    }

    private bool IsCutLeft => _cutLeft || _firstPiece > 0;

    private bool IsCutRight => _cutRight || _endPiece < _pieces.Count;

    private int ColumnOf(int offset)
    {
        int index = Math.Clamp(IndexOf(offset), _firstPiece, _endPiece);
        return (_cutLeft ? 1 : 0) + Cells(_firstPiece, index);
    }

    private int IndexOf(int offset)
    {
        int index = 0;
        while (index < _pieces.Count && _pieces[index].Offset < offset)
            index++;

        return index;
    }

    private int Cells(int first, int end)
    {
        int cells = 0;
        for (int i = first; i < end; i++)
            cells += _pieces[i].Width;

        return cells;
    }

    private readonly record struct Piece(int Offset, string Text, int Width);
}
