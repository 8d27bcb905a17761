using PolicyLint.DocGen;

namespace PolicyLint.Rules.Tests.Tools;

public sealed class PageExamplesTests
{
    [Test]
    public void Avoid_and_prefer_blocks_are_read_with_their_type_and_line() => PageExamples.Parse("""
        # Title

        ```json avoid type=vpc-endpoint
        { "a": 1,
          "b": 2 }
        ```
        ```sh
        ls
        ```
        ```json prefer
        {}
        ```
        """).All.Should().Equal(
            new PageExample(IsAvoid: true, PolicyType.VpcEndpoint, "{ \"a\": 1,\n  \"b\": 2 }", Line: 3),
            new PageExample(IsAvoid: false, null, "{}", Line: 10));

    [TestCase("```json\n{}\n```")]
    [TestCase("```json better\n{}\n```")]
    [TestCase("```json avoid type=group\n{}\n```")]
    [TestCase("```json avoid scp\n{}\n```")]
    [TestCase("```json avoid\n{}")]
    public void A_fence_that_is_not_understood_is_reported(string page)
    {
        PageExamples examples = PageExamples.Parse(page);
        examples.All.Should().BeEmpty();
        examples.Complaints.Should().ContainSingle().Which.Should().StartWith("line 1: ");
    }

    [Test]
    public void A_page_may_say_why_it_has_no_example()
    {
        PageExamples.Parse("<!-- no example: a page is UTF-8 -->").WhyNone.Should().Be("a page is UTF-8");
        PageExamples.Parse("<!-- no example: -->").WhyNone.Should().BeNull();
    }
}
