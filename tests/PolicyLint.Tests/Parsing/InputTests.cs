using System.Diagnostics;
using System.Text;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Parsing;

public sealed class InputTests
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""";

    [Test]
    public void A_byte_order_mark_is_reported_and_the_policy_read()
    {
        PolicyDocument document = PolicyDocument.Parse("\uFEFF" + Policy);

        Problem problem = document.Problems.Should().ContainSingle().Subject;
        problem.Rule.Should().Be(GrammarRules.ByteOrderMark);
        problem.Span.Should().Be(new TextSpan(0, 3));
        problem.Message.Should().Be("The text starts with a byte order mark");
        document.IsReadable.Should().BeTrue();
        document.Source.GetPosition(document.Span.Start).Should().Be(new LinePosition(1, 1));
    }

    [TestCase("utf-16", true, "UTF-16 (little-endian)")]
    [TestCase("utf-16", false, "UTF-16 (little-endian)")]
    [TestCase("utf-16BE", true, "UTF-16 (big-endian)")]
    [TestCase("utf-16BE", false, "UTF-16 (big-endian)")]
    [TestCase("utf-32", true, "UTF-32 (little-endian)")]
    [TestCase("utf-32", false, "UTF-32 (little-endian)")]
    [TestCase("utf-32BE", true, "UTF-32 (big-endian)")]
    [TestCase("utf-32BE", false, "UTF-32 (big-endian)")]
    public void Another_encoding_is_named_and_not_read(string name, bool withMark, string shown)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Policy)];

        PolicyDocument document = PolicyDocument.Parse(SourceText.From(bytes));

        Problem problem = document.Problems.Should().ContainSingle().Subject;
        problem.Rule.Should().Be(GrammarRules.InvalidEncoding);
        problem.Message.Should().Be($"The text is {shown}; JSON is exchanged in UTF-8");
        document.IsReadable.Should().BeFalse();
    }

    [TestCase(new byte[] { 0xE9 }, "The byte 0xE9 is not valid UTF-8 here", 1, Description = "é in Latin-1")]
    [TestCase(new byte[] { 0xC0, 0x80 }, "The byte 0xC0 is not valid UTF-8 here", 1, Description = "an overlong NUL")]
    [TestCase(new byte[] { 0xED, 0xA0, 0x80 }, "The byte 0xED is not valid UTF-8 here", 1, Description = "a surrogate")]
    [TestCase(new byte[] { 0xE2, 0x82 }, "The byte 0xE2 is not valid UTF-8 here", 2, Description = "a character cut short")]
    public void Bytes_that_are_no_UTF8_are_reported_and_the_rest_read(byte[] bytes, string message, int length)
    {
        byte[] text = [.. "{\"Id\":\""u8, .. bytes, .. Encoding.UTF8.GetBytes("\"," + Policy[1..])];

        PolicyDocument document = PolicyDocument.Parse(SourceText.From(text), PolicyType.Scp);

        Problem problem = document.Problems.Should().ContainSingle().Subject;
        problem.Rule.Should().Be(GrammarRules.InvalidEncoding);
        problem.Message.Should().Be(message);
        problem.Span.Should().Be(new TextSpan(7, length));
        document.Statements.Should().ContainSingle();
    }

    [TestCase("")]
    [TestCase("  \r\n\t ")]
    public void An_empty_text_is_called_empty(string text)
    {
        Problem problem = PolicyDocument.Parse(text).Problems.Should().ContainSingle().Subject;

        problem.Rule.Should().Be(GrammarRules.EmptyDocument);
        problem.Message.Should().Be("The text is empty");
        problem.Span.Should().Be(new TextSpan(0, 0));
    }

    [Test]
    public void A_text_of_comments_is_called_that()
    {
        PolicyDocument document = PolicyDocument.Parse("// nothing\n/* here */ ");

        Problem problem = document.Problems.Should().ContainSingle().Subject;
        problem.Rule.Should().Be(GrammarRules.EmptyDocument);
        problem.Message.Should().Be("The text has nothing but comments");
        problem.Span.Should().Be(new TextSpan(21, 0));
        document.IsReadable.Should().BeFalse();
    }

    [Test]
    public void NUL_bytes_at_the_start_are_taken_for_what_they_are()
    {
        PolicyDocument.Parse("\0\0\0\0").Problems.Should().ContainSingle().Which.Rule.Should().Be(GrammarRules.InvalidJson);
        PolicyDocument.Parse("{\0").Problems.Should().ContainSingle().Which.Rule.Should().Be(GrammarRules.InvalidEncoding);
    }

    [Test]
    public void The_noncharacter_that_stands_for_the_unknown_is_refused_written_or_escaped()
    {
        MarkedText raw = MarkedText.Parse(Policy.Replace("s3:GetObject", "s3:[|\uFFFF|]", StringComparison.Ordinal));
        PolicyDocument.Parse(raw.Text).Problems.Should().ContainSingle().Which.Should().Match<Problem>(problem =>
            problem.Rule == GrammarRules.InvalidCharacter && problem.Span == raw.Spans[0] && problem.Message == "A policy may not contain the noncharacter U+FFFF");

        MarkedText escaped = MarkedText.Parse(Policy.Replace("\"s3:GetObject\"", "[|\"s3:\\uFfFf\"|]", StringComparison.Ordinal));
        PolicyDocument.Parse(escaped.Text).Problems.Should().ContainSingle().Which.Should().Match<Problem>(problem =>
            problem.Rule == GrammarRules.InvalidCharacter && problem.Span == escaped.Spans[0] && problem.Pointer == "/Statement/0/Action");
    }

    [TestCase("[|\u2014|]", "U+2014", Description = "a dash pasted from a document")]
    [TestCase("\u00FF[|\u0100\u4E2D|]\u00E9x", "U+0100", Description = "a run is one mistake, and U+00FF is the last character allowed")]
    [TestCase("[|\U0001F600|]", "U+1F600")]
    public void IAM_types_take_Latin1_only(string marked, string shown)
    {
        MarkedText text = MarkedText.Parse($$"""{"Version":"2012-10-17","Id":"{{marked}}","Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*"}]}""");
        foreach (PolicyType type in new[] { PolicyType.Identity, PolicyType.Boundary })
        {
            Problem problem = PolicyDocument.Parse(text.Text, type).Problems.Should().ContainSingle().Subject;
            problem.Rule.Should().Be(GrammarRules.InvalidCharacter);
            problem.Span.Should().Be(text.Spans[0]);
            problem.Message.Should().StartWith("IAM refuses the character").And.Contain($"({shown})").And.EndWith($"in {type.ToPhrase()}");
        }

        PolicyDocument.Parse(text.Text, PolicyType.Scp).Problems.Should().BeEmpty("Organizations takes any character");
    }

    [Test]
    public void An_escape_of_a_character_beyond_Latin1_is_Latin1() =>
        PolicyDocument.Parse(Policy.Replace("\"Version\"", "\"Id\":\"\\u4E2D\",\"Version\"", StringComparison.Ordinal), PolicyType.Identity).Problems.Should().BeEmpty();

    [Test]
    public void Sixteen_megabytes_are_read_and_one_byte_more_is_not()
    {
        string padded = Policy + new string(' ', (16 * 1024 * 1024) - Policy.Length);
        PolicyDocument.Parse(padded).Problems.Should().BeEmpty();

        PolicyDocument larger = PolicyDocument.Parse(padded + " ");
        larger.IsReadable.Should().BeFalse();
        Problem problem = larger.Problems.Should().ContainSingle().Subject;
        problem.Rule.Should().Be(GrammarRules.TooLarge);
        problem.Message.Should().Be("The text has 16777217 bytes; 16777216 are read at most");
    }

    // No time is asserted but one so long that only quadratic work could reach it.
    [TestCase("fifty megabytes")]
    [TestCase("ten thousand levels")]
    [TestCase("a hundred thousand unknown elements")]
    [TestCase("a hundred thousand condition keys")]
    [TestCase("a hundred thousand repeated condition keys")]
    [TestCase("a hundred thousand statements")]
    [TestCase("a name of eight megabytes above a hundred thousand problems")]
    [TestCase("a hundred thousand escapes")]
    [TestCase("a million line ends before an error")]
    [TestCase("a hundred thousand comments")]
    public void A_pathological_text_ends_in_a_result(string kind)
    {
        const int Many = 100_000;
        string text = kind switch
        {
            "fifty megabytes" => Policy + new string(' ', 50 * 1024 * 1024),
            "ten thousand levels" => new string('[', 10_000),
            "a hundred thousand unknown elements" => $"{{\"Statement\":[{{{Join(i => $"\"Unknown{i}\":{i}")}}}]}}",
            "a hundred thousand condition keys" => WithCondition($"{{\"StringEquals\":{{{Join(i => $"\"aws:RequestTag/{i}\":\"x\"")}}}}}"),
            "a hundred thousand repeated condition keys" => WithCondition($"{{\"StringEquals\":{{{Join(_ => "\"aws:PrincipalTag/x\":\"x\"")}}}}}"),
            "a hundred thousand statements" => $"{{\"Version\":\"2012-10-17\",\"Statement\":[{Join(_ => "{}")}]}}",
            "a name of eight megabytes above a hundred thousand problems" => WithCondition($"{{\"{new string('n', 8_000_000)}\":{{{Join(i => $"\"k{i}\":[null]")}}}}}"),
            "a hundred thousand escapes" => Policy.Replace("s3:GetObject", string.Concat(Enumerable.Repeat("\\u0041", Many)), StringComparison.Ordinal),
            "a million line ends before an error" => "{" + new string('\n', 1_000_000) + "x",
            _ => string.Concat(Enumerable.Repeat("/**/", Many)) + Policy,
        };
        var clock = Stopwatch.StartNew();

        PolicyDocument document = PolicyDocument.Parse(text);

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
        document.Problems.Length.Should().BeLessThanOrEqualTo(1001);
        document.Problems.Sum(problem => problem.Pointer.Length).Should().BeLessThan(1_000_000);

        static string Join(Func<int, string> item) => string.Join(',', Enumerable.Range(0, Many).Select(item));
        static string WithCondition(string condition) => Policy.Replace("\"Action\"", $"\"Condition\":{condition},\"Action\"", StringComparison.Ordinal);
    }

    [Test]
    public void After_a_thousand_problems_one_says_how_many_more_there_are()
    {
        string statements = string.Join(',', Enumerable.Repeat("{\"Effect\":\"Allow\",\"Action\":\"a:b\",\"Resource\":1}", 1200));

        PolicyDocument document = PolicyDocument.Parse($"{{\"Statement\":[{statements}]}}", PolicyType.Identity);

        document.Problems.Should().HaveCount(1001);
        Problem last = document.Problems[^1];
        last.Rule.Should().Be(GrammarRules.TooManyProblems);
        last.Message.Should().Be("200 more problems are not listed");
        document.Statements.Should().HaveCount(1200);
    }

    [Test]
    public void What_stands_under_a_name_longer_than_any_of_AWS_has_the_pointer_above_it()
    {
        string name = new('n', 1025);
        string condition = $"{{\"{name}\":{{\"aws:a/b~c\":[null]}},\"{name[..1024]}\":{{\"aws:a/b~c\":[null]}}}}";

        PolicyDocument document = PolicyDocument.Parse(Policy.Replace("\"Action\"", $"\"Condition\":{condition},\"Action\"", StringComparison.Ordinal));

        document.Problems.Select(problem => problem.Pointer).Should().Equal("/Statement/0/Condition", $"/Statement/0/Condition/{name[..1024]}/aws:a~1b~0c/0");
    }
}
