using System.Text.Json;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Kit;

/// <summary>What the kit knows of JSON by itself.</summary>
public sealed class JsonTests
{
    private const string Written = """
        { "a\u0062" : [ 1.50, "\/", true ],  "x": {}, "x": [ ] }
        """;

    [Test]
    public void Minifying_keeps_literals_order_and_repeated_names() =>
        JsonTree.TryParse(Written)!.ToMinified().Should().Be("""{"a\u0062":[1.50,"\/",true],"x":{},"x":[]}""");

    [Test]
    public void Indenting_puts_one_value_on_a_line() =>
        JsonTree.TryParse("""{"a":[1,{"b":2}],"c":{}}""")!.ToIndented().Should().Be("""
            {
              "a": [
                1,
                {
                  "b": 2
                }
              ],
              "c": {}
            }
            """);

    [TestCase("")]
    [TestCase("[1,]")]
    [TestCase("[1] 2")]
    [TestCase("[1 // one\n]")]
    public void What_is_not_JSON_is_no_tree(string text) => JsonTree.TryParse(text).Should().BeNull();

    [Test]
    public void Mutations_drop_each_part_and_replace_each_value()
    {
        List<(string What, JsonTree Document)> mutants = [.. JsonMutations.Of(JsonTree.TryParse("""{"a":[1]}""")!)];

        mutants.Select(mutant => (mutant.What, mutant.Document.ToMinified())).Should()
            .Contain(("/a dropped", "{}"))
            .And.Contain(("/a/0 dropped", """{"a":[]}"""))
            .And.Contain(("/a/0 replaced by null", """{"a":[null]}"""))
            .And.Contain(("/a replaced by \"\"", """{"a":""}"""))
            .And.Contain(("the document replaced by []", "[]"));
        mutants.Should().HaveCount(32, because: "each of three values is replaced in ten ways, and two can be dropped");
    }

    [TestCase("/a/1", 8, 3, null)]
    [TestCase("/a", 1, 3, null, Description = "the name of the member")]
    [TestCase("/a", 5, 7, null)]
    [TestCase("", 0, 13, null)]
    [TestCase("/a/2", 8, 3, "leads nowhere")]
    [TestCase("/b", 8, 3, "leads nowhere")]
    [TestCase("/a/0", 8, 3, "is neither the value nor the name")]
    [TestCase("/a/0", 6, 2, "is neither the value nor the name")]
    [TestCase("/a/0", 12, 2, "outside the file")]
    public void A_place_must_hold_what_its_pointer_leads_to(string pointer, int start, int length, string? complaint)
    {
        const string json = """{"a":[1,"x"]}""";
        string? found = JsonPlaces.Complaint(SourceText.From(json), JsonElement.Parse(json), new TextSpan(start, length), pointer);
        if (complaint is null)
            found.Should().BeNull();
        else
            found.Should().Contain(complaint);
    }

    [Test]
    public void A_pointer_is_unescaped_and_follows_every_member_of_a_repeated_name()
    {
        const string json = """{"a/b~":1,"a/b~":2}""";
        JsonPlaces.Complaint(SourceText.From(json), JsonElement.Parse(json), new TextSpan(17, 1), "/a~1b~0").Should().BeNull();
    }
}
