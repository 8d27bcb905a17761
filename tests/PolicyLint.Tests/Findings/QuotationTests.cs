namespace PolicyLint.Tests.Findings;

public sealed class QuotationTests
{
    [TestCase("s3:*", "`s3:*`")]
    [TestCase("", "``")]
    public void Text_stands_in_backticks_as_written(string text, string expected) => text.Quoted().Should().Be(expected);

    [Test]
    public void Text_of_120_units_stands_whole_and_longer_text_is_cut()
    {
        string longest = new('a', 120);

        longest.Quoted().Should().Be($"`{longest}`");
        (longest + "b").Quoted().Should().Be($"`{longest}…`");
    }

    [Test]
    public void A_cut_never_halves_a_character() =>
        (new string('a', 119) + "😀b").Quoted().Should().Be($"`{new string('a', 119)}…`");
}
