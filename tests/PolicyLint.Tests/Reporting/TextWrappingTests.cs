using CsCheck;
using PolicyLint.Reporting;

namespace PolicyLint.Tests.Reporting;

public sealed class TextWrappingTests
{
    [Test]
    public void Lines_break_at_spaces_before_the_width() =>
        TextWrapping.Lines("one two three four", 9).Should().Equal("one two", "three", "four");

    [Test]
    public void A_word_wider_than_the_line_stays_whole() =>
        TextWrapping.Lines("a arn:aws:iam::1:role/x b", 6).Should().Equal("a", "arn:aws:iam::1:role/x", "b");

    [Test]
    public void What_is_quoted_from_a_policy_is_not_broken() =>
        TextWrapping.Lines("the Sid `a b c d` is odd", 9).Should().Equal("the Sid", "`a b c d`", "is odd");

    [Test]
    public void A_backtick_without_its_pair_quotes_nothing() =>
        TextWrapping.Lines("a ` b c", 3).Should().Equal("a `", "b c");

    [Test]
    public void Wide_characters_count_twice() =>
        TextWrapping.Lines("数据 数据", 8).Should().Equal("数据", "数据");

    [Test]
    public void An_empty_text_has_no_lines() =>
        TextWrapping.Lines("  ", 10).Should().BeEmpty();

    [Test]
    public void Nothing_is_lost_and_no_line_could_have_taken_the_next_word() =>
        Gen.Select(Gen.String[Gen.Char["ab :,"], 0, 60], Gen.Int[1, 20]).Sample((text, width) =>
        {
            string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string[] lines = [.. TextWrapping.Lines(text, width)];
            return string.Join(' ', lines) == string.Join(' ', words)
                && lines.All(line => line.Length <= width || !line.Contains(' ', StringComparison.Ordinal))
                && lines.Zip(lines.Skip(1)).All(pair => pair.First.Length + 1 + pair.Second.Split(' ')[0].Length > width);
        });
}
