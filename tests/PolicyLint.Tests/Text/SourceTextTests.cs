using System.Text;
using CsCheck;

namespace PolicyLint.Tests.Text;

public sealed class SourceTextTests
{
    [TestCase("", 1)]
    [TestCase("a", 1)]
    [TestCase("a\n", 2)]
    [TestCase("a\nb", 2)]
    [TestCase("a\r\nb", 2)]
    [TestCase("a\rb", 2)]
    [TestCase("\r\n\r\n", 3)]
    [TestCase("\r\r", 3)]
    [TestCase("\n\r", 3, Description = "LF, then a lone CR")]
    [TestCase("a\u2028b\u0085c", 1, Description = "line ends of Unicode that no editor counts")]
    public void A_text_has_as_many_lines_as_line_ends_and_one(string text, int lines) =>
        SourceText.From(text).LineCount.Should().Be(lines);

    [TestCase("ab\ncd", 0, 1, 1)]
    [TestCase("ab\ncd", 2, 1, 3, Description = "the LF is the last character of its line")]
    [TestCase("ab\ncd", 3, 2, 1)]
    [TestCase("ab\ncd", 5, 2, 3, Description = "the end")]
    [TestCase("ab\r\ncd", 2, 1, 3)]
    [TestCase("ab\r\ncd", 3, 1, 4, Description = "inside CRLF it is still the first line")]
    [TestCase("ab\r\ncd", 4, 2, 1)]
    [TestCase("ab\rcd", 3, 2, 1)]
    [TestCase("é\nxéy", 6, 2, 3, Description = "é has two bytes and one column")]
    [TestCase("\U0001F600x", 4, 1, 3, Description = "a character outside the BMP has four bytes and two columns")]
    [TestCase("\u4E2Dx", 3, 1, 2, Description = "three bytes, one column")]
    public void A_position_counts_lines_from_1_and_columns_in_UTF16_units(string text, int offset, int line, int column) =>
        SourceText.From(text).GetPosition(offset).Should().Be(new LinePosition(line, column));

    [TestCase(99)]
    [TestCase(int.MaxValue)]
    public void An_offset_beyond_the_end_gives_the_end(int offset) =>
        SourceText.From("ab\ncd").GetPosition(offset).Should().Be(new LinePosition(2, 3));

    [TestCase(-1)]
    [TestCase(int.MinValue)]
    public void An_offset_before_the_start_gives_the_start(int offset) =>
        SourceText.From("ab\ncd").GetPosition(offset).Should().Be(new LinePosition(1, 1));

    [Test]
    public void A_byte_order_mark_takes_no_column_but_three_bytes()
    {
        SourceText text = SourceText.From("\uFEFFab\ncd");

        text.HasByteOrderMark.Should().BeTrue();
        text.GetPosition(0).Should().Be(new LinePosition(1, 1));
        text.GetPosition(3).Should().Be(new LinePosition(1, 1));
        text.GetPosition(4).Should().Be(new LinePosition(1, 2));
        text.GetPosition(6).Should().Be(new LinePosition(2, 1));
        text.GetLine(1).Should().Be("ab");
    }

    [Test]
    public void A_text_of_a_byte_order_mark_alone_has_one_empty_line()
    {
        SourceText text = SourceText.From("\uFEFF");

        text.LineCount.Should().Be(1);
        text.GetLine(1).Should().BeEmpty();
        text.GetPosition(3).Should().Be(new LinePosition(1, 1));
    }

    [Test]
    public void A_line_comes_without_its_end()
    {
        SourceText text = SourceText.From("one\r\ntwo\rthree\n\nfive");

        Enumerable.Range(1, text.LineCount).Select(text.GetLine).Should().Equal("one", "two", "three", "", "five");
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(3)]
    public void A_line_that_is_not_there_is_refused(int line)
    {
        SourceText text = SourceText.From("a\nb");

        Action getting = () => text.GetLine(line);

        getting.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Half_of_a_surrogate_pair_becomes_the_replacement_character() =>
        SourceText.From("a\uD83Db").GetLine(1).Should().Be("a\uFFFDb");

    [Test]
    public void Bytes_that_are_no_UTF8_count_one_column_each_and_do_not_throw()
    {
        SourceText text = SourceText.From(new byte[] { (byte)'a', 0xFF, 0xFE, (byte)'b' });

        text.GetPosition(3).Should().Be(new LinePosition(1, 4));
        text.GetLine(1).Should().Be("a\uFFFD\uFFFDb");
    }

    [TestCase("a", 1, 1)]
    [TestCase("é", 2, 1)]
    [TestCase("\u4E2D", 3, 1)]
    [TestCase("\U0001F600", 4, 2)]
    public void A_place_far_out_on_a_long_line_has_its_column(string character, int bytes, int columns)
    {
        SourceText text = SourceText.From("first\n" + string.Concat(Enumerable.Repeat(character, 20_000)) + "\nlast");

        foreach (int count in new[] { 0, 1, 1000, 1365, 1366, 4095, 4096, 4097, 12_345, 20_000 })
            text.GetPosition(6 + (count * bytes)).Should().Be(new LinePosition(2, 1 + (count * columns)));

        text.GetPosition(int.MaxValue).Should().Be(new LinePosition(3, 5));
    }

    // Counting each from the start of the line would read a terabyte.
    [Test]
    public void Many_places_on_one_long_line_are_found_in_linear_time()
    {
        SourceText text = SourceText.From(new string('x', 10_000_000));
        long sum = 0;
        for (int offset = 0; offset < 10_000_000; offset += 50)
            sum += text.GetPosition(offset).Column;

        sum.Should().Be(200_000L + (50L * 199_999 * 200_000 / 2));
    }

    [Test]
    public void The_path_is_kept_as_given() => SourceText.From("{}", "a/../b.json").Path.Should().Be("a/../b.json");

    [Test]
    public void A_range_gives_its_text() => SourceText.From("é[x]").GetText(new TextSpan(2, 3)).Should().Be("[x]");

    [Test]
    public void Positions_are_ordered_by_line_then_column()
    {
        var first = new LinePosition(1, 9);
        var second = new LinePosition(2, 1);
        var same = new LinePosition(2, 1);

        (first < second).Should().BeTrue();
        (second > first).Should().BeTrue();
        (second <= same && second >= same).Should().BeTrue();
        (second < same || second > same).Should().BeFalse();
        second.ToString().Should().Be("2:1");
    }

    // The oracle walks the text character by character.
    [Test]
    public void Every_character_of_any_text_has_the_position_that_counting_gives() =>
        Gen.OneOf("a", "\n", "\r", "\r\n", "é", "\u4E2D", "\U0001F600", " ", "\uFEFF").Array[0, 30].Sample(parts =>
        {
            string text = "{" + string.Concat(parts);
            SourceText source = SourceText.From(text);
            int line = 1;
            int column = 1;
            int offset = 0;
            for (int i = 0; i < text.Length; i++)
            {
                if (!char.IsLowSurrogate(text[i]))
                    source.GetPosition(offset).Should().Be(new LinePosition(line, column), "at {0} of {1}", i, text);

                bool endsLine = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
                (line, column) = endsLine ? (line + 1, 1) : (line, column + 1);
                if (!char.IsLowSurrogate(text[i]))
                    offset += Encoding.UTF8.GetByteCount(text, i, char.IsHighSurrogate(text[i]) ? 2 : 1);
            }

            source.LineCount.Should().Be(line);
        });
}

file static class ByteCounting
{
    public static int GetByteCount(this Encoding encoding, string text, int index, int count) => encoding.GetByteCount(text.AsSpan(index, count));
}
