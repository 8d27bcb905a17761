using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Kit;

public sealed class MarkedTextTests
{
    [Test]
    public void Marks_are_taken_out_and_kept_as_byte_spans()
    {
        MarkedText marked = MarkedText.Parse("""{"é": [|"a"|], "b": (|[1]|), "c": [|2|]}""");

        marked.Text.Should().Be("""{"é": "a", "b": [1], "c": 2}""");
        marked.Places.Should().Equal(new TextSpan(7, 3), new TextSpan(27, 1));
        marked.Related.Should().Equal(new TextSpan(17, 3));
    }

    [Test]
    public void A_pair_of_surrogates_counts_four_bytes() =>
        MarkedText.Parse("""["😀", [|1|]]""").Places.Should().Equal(new TextSpan(9, 1));

    [Test]
    public void Line_ends_are_LF_whatever_the_test_file_has() => MarkedText.Parse("[\r\n1]").Text.Should().Be("[\n1]");

    [Test]
    public void A_question_mark_in_braces_is_a_part_not_known_before_deployment() =>
        MarkedText.Parse("""["arn:{?}", [|1|]]""").Should().BeEquivalentTo(new { Text = "[\"arn:\uFFFF\", 1]", Places = new[] { new TextSpan(12, 1) } });

    [TestCase("[|1")]
    [TestCase("1|]")]
    [TestCase("[|1|)")]
    [TestCase("[|[|1|]|]")]
    public void Marks_that_do_not_pair_are_refused(string markup) =>
        FluentActions.Invoking(() => MarkedText.Parse(markup)).Should().Throw<FormatException>();
}
