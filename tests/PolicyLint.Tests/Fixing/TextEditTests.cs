using System.Text;
using PolicyLint.Fixing;

namespace PolicyLint.Tests.Fixing;

public sealed class TextEditTests
{
    [Test]
    public void Edits_are_made_at_the_bytes_they_name_in_any_order() =>
        Apply("äbcdef", new(new(6, 1), "X"), new(new(2, 1), ""), new(new(4, 0), "ü")).Should().Be("äcüdeX");

    [Test]
    public void Nothing_changes_without_edits() => Apply("abc").Should().Be("abc");

    [Test]
    public void Edits_may_touch() => Apply("abcd", new(new(1, 1), "1"), new(new(2, 1), "2")).Should().Be("a12d");

    [TestCase(1, 2, 2, 1)]
    [TestCase(3, 2, 0, 1)]
    public void Edits_that_overlap_or_leave_the_text_are_refused(int start, int length, int otherStart, int otherLength)
    {
        Action apply = () => Apply("abcd", new(new(start, length), ""), new(new(otherStart, otherLength), ""));

        apply.Should().Throw<ArgumentException>().WithMessage("The edit at *");
    }

    private static string Apply(string text, params TextEdit[] edits) =>
        Encoding.UTF8.GetString(TextEdit.Apply(SourceText.From(text), edits).Bytes.Span);
}
