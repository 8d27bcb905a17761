using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Tests.Json;

public sealed class YamlTreeTests
{
    // name, YAML, value, what its span must cut out of the file
    private static readonly TestCaseData[] Scalars =
    [
        Case("plain", "v: some text # no\n", "some text", "some text"),
        Case("plain over two lines", "v: some\n  text\nw: 1\n", "some text", "some\n  text"),
        Case("single quotes", "v: 'it''s'\n", "it's", "'it''s'"),
        Case("double quotes", "v: \"a\\tb\\x41\\u00e9\"\n", "a\tbA\u00e9", "\"a\\tb\\x41\\u00e9\""),
        Case("literal block", "v: |\n  one\n   two\n\n  three\n\nw: 1\n", "one\n two\n\nthree\n", "|\n  one\n   two\n\n  three"),
        Case("literal block, stripped", "v: |-\n  one\nw: 1\n", "one", "|-\n  one"),
        Case("folded block", "v: >\n  one\n  two\n\n  three\nw: 1\n", "one two\nthree\n", ">\n  one\n  two\n\n  three"),
        Case("short tag", "v: !Sub   'a'\n", "a", "!Sub   'a'"),
        Case("short tag before a block", "v: !Sub |\n  a\n", "a\n", "!Sub |\n  a"),
        Case("anchor", "v: &x one\n", "one", "&x one"),
        Case("alias", "a: &x one\nv: *x\n", "one", "&x one"),
        Case("letters of two, three and four bytes before it", "é: ü€\U0001F600\nv: ö\n", "ö", "ö"),
        Case("line ends of Windows", "a: 1\r\nv: |\r\n  one\r\n  two\r\nw: 2\r\n", "one\ntwo\n", "|\r\n  one\r\n  two"),
        Case("in a flow", "{a: 1, v: [x], \"w\": 2}", null, "[x]"),
        Case("nothing", "v:\nw: 1\n", "", ""),
        Case("a list at the column of its name", "v:\n- a\n- b\nw: 1\n", null, "- a\n- b"),
        Case("a list with a tag", "v: !If\n  - a\n  - b\n\n# end\nw: 1\n", null, "!If\n  - a\n  - b"),
        Case("an object", "v:\n  a: 1\n  b: |\n    x\n\nw: 1\n", null, "a: 1\n  b: |\n    x"),
    ];

    [TestCaseSource(nameof(Scalars))]
    public void A_value_is_decoded_and_knows_its_place(string yaml, string? value, string cut)
    {
        foreach (string mark in (string[])["", "\uFEFF"])
        {
            SourceText file = SourceText.From(mark + yaml);

            HostNode node = YamlTree.Read(file, out SourceProblem? problem)!["v"]!;

            problem.Should().BeNull();
            (node as HostScalar)?.Value.Should().Be(value);
            file.GetText(node.Span).Should().Be(cut);
        }
    }

    [TestCase("v: some\n  text", "text", "text")]
    [TestCase("v: 'it''s here'", "s he", "s he")]
    [TestCase("v: 'it''s here'", "'", "''")]
    [TestCase("v: \"a\\tb\\x41c\"", "A", "\\x41")]
    [TestCase("v: |\n    one\n    two é\n    three\n", "é\nth", "é\n    th")]
    [TestCase("v: !Sub |\n    one\n    two\n", "two", "two")]
    [TestCase("v: >-\n    one\n    two\n", "one t", "one\n    t")]
    [TestCase("v: &x !Sub >-\n    one\n    two\n", "wo", "wo")]
    [TestCase("v: \"one \\\n  two\"", "two", "two")]
    public void Every_letter_of_a_value_knows_its_place(string yaml, string part, string cut)
    {
        SourceText file = SourceText.From(yaml);
        var scalar = (HostScalar)YamlTree.Read(file, out _)!["v"]!;
        int start = System.Text.Encoding.UTF8.GetByteCount(scalar.Value.AsSpan(0, scalar.Value.IndexOf(part, StringComparison.Ordinal)));

        TextSpan place = PlacedText.Of(file, scalar).Locate(new TextSpan(start, System.Text.Encoding.UTF8.GetByteCount(part)));

        file.GetText(place).Should().Be(cut);
    }

    [Test]
    public void White_space_that_AWS_takes_is_taken()
    {
        SourceText file = SourceText.From("a:\n  b: |\n      \n    \n      one\n      two\n  c: \"{\n  \\\"x\\\": 1\n  }\"\n  d: end\n");

        HostNode root = YamlTree.Read(file, out SourceProblem? problem)!;

        problem.Should().BeNull();
        root["a"]!["b"]!.Text.Should().Be("\n\none\ntwo\n");
        root["a"]!["c"]!.Text.Should().Be("{ \"x\": 1 }");
        file.GetText(root["a"]!["c"]!.Span).Should().Be("\"{\n  \\\"x\\\": 1\n  }\"");
        file.GetText(root["a"]!["d"]!.Span).Should().Be("end");
    }

    [Test]
    public void A_merge_key_gives_what_the_object_does_not_say_itself()
    {
        HostNode root = Read("base: &b {Effect: Allow, Action: a}\nother: &o {Action: o, Sid: s}\nv:\n  <<: [*b, *o]\n  Effect: Deny\n");

        root["v"]!.Members.Select(member => $"{member.Name}={member.Value}").Should().Equal("Effect=Deny", "Action=a", "Sid=s");
    }

    [Test]
    public void Two_members_of_a_name_are_both_kept() =>
        Read("a: 1\na: 2\n").Members.Select(member => member.Value.ToString()).Should().Equal("1", "2");

    [TestCase("a: b\n\tc: d\n", 2, 1, "not YAML: lines are indented with spaces, not with a tab")]
    [TestCase("a: 1\n---\nb: 2\n", 2, 1, "a second YAML document starts here, and a template is one document")]
    [TestCase("a: *\nb: 1\n", 1, 4, "not YAML: a * that starts a value is an alias; write '*' in quotes")]
    [TestCase("a: *nobody\n", 1, 4, "an alias of something that has no such anchor before it")]
    [TestCase("a: &x [*x]\n", 1, 8, "an alias of something that has no such anchor before it")]
    [TestCase("? [a]\n: b\n", 1, 3, "a name is a text, not a list or an object")]
    [TestCase("", 1, 1, "the file is empty")]
    public void What_cannot_be_read_is_told_with_its_place(string yaml, int line, int column, string message)
    {
        SourceText file = SourceText.From(yaml);

        YamlTree.Read(file, out SourceProblem? problem).Should().BeNull();

        problem!.Message.Should().Be(message);
        file.GetPosition(problem.Span.Start).Should().Be(new LinePosition(line, column));
    }

    [Test]
    public void A_text_in_UTF_16_is_told() =>
        ProblemOf(System.Text.Encoding.Unicode.GetBytes("Resources: {}")).Message.Should().Be("the text is UTF-16 or UTF-32; save it as UTF-8");

    [Test]
    public void A_byte_that_is_no_UTF_8_is_told() =>
        ProblemOf([(byte)'a', (byte)':', (byte)' ', 0xC3, (byte)'\n']).Should().Be(new SourceProblem("the byte 0xC3 is not valid UTF-8 here", new TextSpan(3, 1)));

    [Test]
    public void Aliases_of_aliases_do_not_explode()
    {
        var yaml = new System.Text.StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++)
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");

        ProblemOf(System.Text.Encoding.UTF8.GetBytes(yaml.ToString())).Message.Should().Be("aliases stand for more than 200000 values");
    }

    [Test]
    public void A_chain_of_aliases_does_not_get_deep()
    {
        var yaml = new System.Text.StringBuilder("- &a0 x\n");
        for (int i = 1; i < 10_000; i++)
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"- &a{i} [*a{i - 1}]\n");

        ProblemOf(System.Text.Encoding.UTF8.GetBytes(yaml.ToString())).Message.Should().Contain("more than 256 deep");
    }

    [TestCase("[")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    [TestCase("? ")]
    [TestCase("!a ")]
    public void What_is_nested_without_end_is_a_problem(string step)
    {
        byte[] yaml = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(step, 50_000)));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        ProblemOf(yaml).Should().NotBeNull();

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    private static HostNode Read(string yaml)
    {
        HostNode? root = YamlTree.Read(SourceText.From(yaml), out SourceProblem? problem);
        problem.Should().BeNull();
        return root!;
    }

    private static SourceProblem ProblemOf(byte[] yaml)
    {
        YamlTree.Read(SourceText.From(yaml), out SourceProblem? problem).Should().BeNull();
        return problem!;
    }

    private static TestCaseData Case(string name, string yaml, string? value, string cut) => new TestCaseData(yaml, value, cut).SetArgDisplayNames(name);
}
