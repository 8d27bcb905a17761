using System.Text;
using CsCheck;
using PolicyLint.Reporting;

namespace PolicyLint.Tests.Reporting;

public sealed class LineWindowTests
{
    private static readonly Gen<string> Line = Gen.String[Gen.Char["abcdefgh é日\u0301\t\u202E"], 0, 120];

    [Test]
    public void The_underlined_columns_are_those_of_the_place() =>
        Gen.Select(Line, Gen.Int[0, 120], Gen.Int[1, 40], Gen.Int[24, 80]).Sample((line, start, length, width) =>
        {
            start = Math.Min(start, line.Length);
            length = Math.Min(length, line.Length - start);
            SourceText source = SourceText.From($"before\n{line}\nafter");
            int offset = Encoding.UTF8.GetByteCount($"before\n{line[..start]}");
            var span = new TextSpan(offset, Encoding.UTF8.GetByteCount(line.AsSpan(start, length)));

            LineWindow window = LineWindow.Around(source, span, width);
            var (column, columns) = window.Locate(span);

            bool wholeLine = !window.Text.Contains('…', StringComparison.Ordinal);
            return CellWidth.Of(window.Text) <= width
                && columns >= 1
                && (!wholeLine || (window.Text == Shown(line) && column == Columns(line[..start]) && columns == Math.Max(1, Columns(line[..(start + length)]) - column)));
        });

    [Test]
    public void A_cut_line_still_shows_the_start_of_the_place() =>
        Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 2000], Gen.Int[24, 100]).Sample((before, after, width) =>
        {
            SourceText source = SourceText.From($"{new string('x', before)}<HERE>{new string('y', after)}");
            var span = new TextSpan(before, 6);

            LineWindow window = LineWindow.Around(source, span, width);
            var (column, columns) = window.Locate(span);

            return columns == 6 && window.Text.Substring(column, 6) == "<HERE>" && window.Text.Length == Math.Min(width, before + 6 + after)
                && window.Text.StartsWith('…') == !window.Text.StartsWith(source.GetLine(1)[..Math.Min(before + 6, 20)], StringComparison.Ordinal);
        });

    [Test]
    public void Invalid_utf8_does_not_move_the_underline()
    {
        SourceText source = SourceText.From(new byte[] { (byte)'a', 0xFF, 0xC3, (byte)'b' });

        LineWindow window = LineWindow.Around(source, new TextSpan(3, 1), 40);

        window.Text.Should().Be("a\uFFFD\uFFFDb");
        window.Locate(new TextSpan(3, 1)).Should().Be((3, 1));
    }

    [Test]
    public void A_byte_order_mark_is_not_shown()
    {
        SourceText source = SourceText.From("\uFEFF{}");

        LineWindow.Around(source, new TextSpan(3, 2), 40).Text.Should().Be("{}");
    }

    // The slow way: a line as it is shown, character by character.
    private static string Shown(string line)
    {
        var shown = new StringBuilder();
        foreach (char character in line)
        {
            shown.Append(character switch
            {
                '\t' => new string(' ', 4 - (CellWidth.Of(shown.ToString()) % 4)),
                '\u202E' => "\\u202E",
                _ => character,
            });
        }

        return shown.ToString();
    }

    private static int Columns(string line) => CellWidth.Of(Shown(line));
}
