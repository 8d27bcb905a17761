using System.Globalization;
using System.Text;
using CsCheck;
using PolicyLint.Reporting;

namespace PolicyLint.Tests.Reporting;

public sealed class SafeTextTests
{
    [TestCase("s3:GetObject", "s3:GetObject")]
    [TestCase("日本語 é 😀", "日本語 é 😀")]
    [TestCase("a\u001b[31mb", "a\\u001B[31mb")]
    [TestCase("a\r\nb\tc\0", "a\\u000D\\u000Ab\\u0009c\\u0000")]
    [TestCase("\u202Eabc\u2066", "\\u202Eabc\\u2066")]
    [TestCase("a\u2028b\u2029", "a\\u2028b\\u2029")]
    [TestCase("a\u009b31m", "a\\u009B31m")]
    [TestCase("a\u200Bb\uFEFF", "a\\u200Bb\\uFEFF")]
    [TestCase("\uFFFF", "\\uFFFF")]
    [TestCase("##[error]x", "#\\u0023[error]x")]
    [TestCase("a ##vso[task] # ###", "a #\\u0023vso[task] # #\\u0023\\u0023")]
    public void Hostile_characters_are_written_as_escapes(string text, string expected) =>
        SafeText.Escape(text).Should().Be(expected);

    [Test]
    public void Halves_of_surrogate_pairs_are_escaped_and_pairs_are_not()
    {
        SafeText.Escape("\uD83D\uDE00").Should().Be("\uD83D\uDE00");
        SafeText.Escape("a\uD83Db").Should().Be("a\\uD83Db");
        SafeText.Escape("\uDE00").Should().Be("\\uDE00");
    }

    [Test]
    public void Invisible_characters_beyond_the_basic_plane_are_escaped()
    {
        string tag = char.ConvertFromUtf32(0xE0041);

        SafeText.Escape($"a{tag}b").Should().Be("a\\uDB40\\uDC41b");
    }

    [Test]
    public void No_text_stays_hostile() =>
        Gen.String[Gen.Char, 0, 40].Sample(text =>
        {
            string escaped = SafeText.Escape(text);
            foreach (Rune rune in escaped.EnumerateRunes())
            {
                UnicodeCategory category = Rune.GetUnicodeCategory(rune);
                bool hostile = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
                if (hostile)
                    return false;
            }

            return !escaped.Contains("##", StringComparison.Ordinal) && SafeText.Escape(escaped) == escaped;
        });

    [TestCase("::error::x", "\\u003A:error::x")]
    [TestCase("   ::error::x", "   \\u003A:error::x")]
    [TestCase("a ::error::x", "a ::error::x")]
    [TestCase(": :", ": :")]
    [TestCase("", "")]
    public void A_line_never_starts_with_a_command(string line, string expected) =>
        SafeText.EscapeLineStart(line).Should().Be(expected);
}
