using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Tests.Json;

public sealed class JsonTreeTests
{
    [Test]
    public void Every_value_knows_its_place()
    {
        SourceText file = SourceText.From("""{ "näme" : [ 1, "tw\u006F", {} ], "b": null }""");

        HostNode root = JsonTree.Read(file, out SourceProblem? problem)!;

        problem.Should().BeNull();
        root.Members.Select(member => file.GetText(member.Key.Span)).Should().Equal("\"näme\"", "\"b\"");
        root["näme"]!.Items.Select(item => file.GetText(item.Span)).Should().Equal("1", "\"tw\\u006F\"", "{}");
        root["näme"]!.Items[1].Text.Should().Be("two");
        file.GetText(root["näme"]!.Span).Should().Be("""[ 1, "tw\u006F", {} ]""");
        file.GetText(root.Span).Should().Be("""{ "näme" : [ 1, "tw\u006F", {} ], "b": null }""");
    }

    [Test]
    public void A_byte_order_mark_moves_the_places()
    {
        SourceText file = SourceText.From("\uFEFF{\"a\":\"b\"}");

        file.GetText(JsonTree.Read(file, out _)!["a"]!.Span).Should().Be("\"b\"");
    }

    [Test]
    public void The_last_of_two_members_of_a_name_is_the_value()
    {
        HostNode root = JsonTree.Read(SourceText.From("""{"a":1,"a":2}"""), out _)!;

        root.Members.Should().HaveCount(2);
        root["a"].Should().BeOfType<HostScalar>().Which.Value.Should().Be("2");
    }

    [TestCase("{\n  \"a\": ]\n}", 2, 8)]
    [TestCase("{", 1, 2)]
    [TestCase("", 1, 1)]
    [TestCase("{} x", 1, 4)]
    public void What_is_not_JSON_is_told_with_its_place(string text, int line, int column)
    {
        SourceText file = SourceText.From(text);

        JsonTree.Read(file, out SourceProblem? problem).Should().BeNull();

        file.GetPosition(problem!.Span.Start).Should().Be(new LinePosition(line, column));
        problem.Message.Should().StartWith("not JSON: ").And.NotContain("LineNumber");
    }

    [Test]
    public void What_is_nested_too_deep_is_a_problem_and_not_a_crash()
    {
        JsonTree.Read(SourceText.From(new string('[', 100_000)), out SourceProblem? problem).Should().BeNull();

        problem.Should().NotBeNull();
    }

    [Test]
    public void JSON_in_a_string_keeps_the_places_of_its_tokens()
    {
        SourceText file = SourceText.From("""{"policy": "{\"Action\": \"s3:\u0047et*\"}"}""");
        var text = (HostScalar)JsonTree.Read(file, out _)!["policy"]!;

        HostNode policy = JsonTree.Read(PlacedText.Of(file, text), out _)!;

        policy["Action"]!.Text.Should().Be("s3:Get*");
        file.GetText(policy["Action"]!.Span).Should().Be("""\"s3:\u0047et*\" """.TrimEnd());
        file.GetText(policy.Members[0].Key.Span).Should().Be("""\"Action\" """.TrimEnd());
    }

    [Test]
    public void A_policy_is_written_as_it_stands()
    {
        SourceText file = SourceText.From("""{"p": { "Version": "2012-10-17", "Statement": [ { "n": 1.50, "b": true } ] } }""");
        var writer = new HostedPolicyWriter(file);

        writer.Write(JsonTree.Read(file, out _)!["p"]!);

        SourceText text = writer.ToText("p");
        text.GetText(new TextSpan(0, text.Bytes.Length)).Should().Be("""{"Version":"2012-10-17","Statement":[{"n":1.50,"b":true}]}""");
        file.GetText(text.Origin!.Locate(new TextSpan(text.GetText(new TextSpan(0, text.Bytes.Length)).IndexOf("1.50", StringComparison.Ordinal), 4))).Should().Be("1.50");
    }
}
