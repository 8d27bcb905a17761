using System.Text.Json;
using CsCheck;
using PolicyLint.Fuzz;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Parsing;

/// <summary>What is said of a text that is no JSON: the marked place, and why.</summary>
public sealed class JsonSyntaxTests
{
    [TestCase("""{"a":1[||]""", "The text ends before the policy does: `}` is missing")]
    [TestCase("""{"a":[1[||]""", "The text ends before the policy does: `]` is missing")]
    [TestCase("""{"a"[||]""", "The text ends before the policy does: `}` is missing")]
    [TestCase("""{"a":[||]""", "The text ends before the policy does: `}` is missing")]
    [TestCase("""{"a":1,[||]""", "The text ends before the policy does: `}` is missing")]
    [TestCase("""{"a":"x[||]""", "The text ends inside a string: its closing quote is missing")]
    [TestCase("""{"a":"x\[||]""", "The text ends inside a string: its closing quote is missing")]
    [TestCase("""{"a":"x\u00[||]""", "The text ends inside a string: its closing quote is missing")]
    [TestCase("{\"a\":\"x[|\n|]\"}", "A string must end on the line where it starts: its closing quote is missing")]
    [TestCase("{\"a\":\"x[|\r|]\n\"}", "A string must end on the line where it starts: its closing quote is missing")]
    [TestCase("{\"a\":\"x[|\t|]y\"}", "The control character U+0009 must be written as an escape in a string")]
    [TestCase("{\"a\":\"xyz[|\0|]\"}", "The control character U+0000 must be written as an escape in a string")]
    [TestCase("{[|\u0001|]\"a\":1}", "The control character U+0001 may not stand here")]
    [TestCase("""{"a" [|"|]x"}""", "A colon is missing between the name and this")]
    [TestCase("""{"a"[|=|]1}""", "A colon is missing between the name and this")]
    [TestCase("""{"a"[|}|]""", "The name before this has no colon and no value")]
    [TestCase("""{"a"[|,|]"b":1}""", "The name before this has no colon and no value")]
    [TestCase("""{"a" [|/|]*c*/ :1}""", "JSON has no comments")]
    [TestCase("""{"a":[|}|]""", "A value is missing before this")]
    [TestCase("""{"a":[|,|]"b":1}""", "A value is missing before this comma")]
    [TestCase("""{"a": /**/[|,|]"b":1}""", "A value is missing before this comma")]
    [TestCase("""[1,[|,|]2]""", "A value is missing before this comma")]
    [TestCase("""[1,2,[|,|]]""", "A value is missing before this comma")]
    [TestCase("""{[|,|]"a":1}""", "A member is missing before this comma")]
    [TestCase("""{"a":1,[|,|]"b":1}""", "A member is missing before this comma")]
    [TestCase("""{"a":1 [|"|]b":1}""", "A comma is missing before this")]
    [TestCase("""{"a":1 /**/ [|"|]b":1}""", "A comma is missing before this")]
    [TestCase("""{"a":"x"[|y|]"}""", "A comma is missing before this")]
    [TestCase("""["a" [|{|]}]""", "A comma is missing before this")]
    [TestCase("""{"a":[1,{}[|}|]""", "This bracket does not close the one that is open: that takes `]`")]
    [TestCase("""{"a":1[|]|]""", "This bracket does not close the one that is open: that takes `}`")]
    [TestCase("""{"a":1,[|]|]""", "This bracket does not close the one that is open: that takes `}`")]
    [TestCase("""[|}|]""", "This bracket closes nothing")]
    [TestCase("""{[|{|]}}""", "A name and a colon are missing before this")]
    [TestCase("""{[|'|]a':1}""", "JSON takes double quotes, not single ones")]
    [TestCase("{[|\u201C|]a\u201D:1}", "A typographic quote stands where JSON takes `\"`")]
    [TestCase("""{[|Version|]:1}""", "`Version` needs double quotes")]
    [TestCase("""{"a":1,[|b|]:2}""", "`b` needs double quotes")]
    [TestCase("""{"a":[|s3:*|]}""", "`s3:*` needs double quotes")]
    [TestCase("""{"a":[|arn:aws:s3:::b/*|], "b":1}""", "`arn:aws:s3:::b/*` needs double quotes")]
    [TestCase("""{"a":[|*|]}""", "`*` needs double quotes")]
    [TestCase("""{"a":[|True|]}""", "`True` must be written in small letters")]
    [TestCase("""{"a":[|NULL|]}""", "`NULL` must be written in small letters")]
    [TestCase("""{"a":[|None|]}""", "`None` is not a JSON value")]
    [TestCase("""{"a":[|tru|]}""", "`tru` needs double quotes")]
    [TestCase("""{"a":[|2012-10-17|]}""", "`2012-10-17` is not a number as JSON writes them; a string needs double quotes")]
    [TestCase("""{"a":[|01|]}""", "`01` is not a number as JSON writes them; a string needs double quotes")]
    [TestCase("""{"a":[|.5|]}""", "`.5` is not a number as JSON writes them; a string needs double quotes")]
    [TestCase("""{"a":[|-|]}""", "`-` is not a number as JSON writes them; a string needs double quotes")]
    [TestCase("""{"a":"C:[|\d|]ir"}""", "This is not an escape that JSON has; a backslash is written as `\\\\`")]
    [TestCase("""{"a":"[|\u12|]G4"}""", "This is not an escape that JSON has; a backslash is written as `\\\\`")]
    [TestCase("""{"[|\x|]":1}""", "This is not an escape that JSON has; a backslash is written as `\\\\`")]
    [TestCase("""{"a":[|(|]1)}""", "`(` may not stand here")]
    [TestCase("""{"a": [|$|]{b}}""", "`$` may not stand here")]
    [TestCase("""[|<|]xml/>""", "`<` may not stand here")]
    [TestCase("""{[|/|]}""", "`/` may not stand here")]
    [TestCase("{[|\u00A0|]\"a\":1}", "The character U+00A0 is no white space in JSON")]
    [TestCase("{\"a\":[|\uFEFF|]1}", "The character U+FEFF is no white space in JSON")]
    [TestCase("""[|#|] comment""", "JSON has no comments")]
    [TestCase("""{"a":1 [|#|] comment""", "JSON has no comments")]
    [TestCase("""{"a":1 [|/*|] comment""", "This comment is not closed, and JSON has no comments")]
    [TestCase("{\"a\":1}\n[|/*|]/", "This comment is not closed, and JSON has no comments")]
    [TestCase("{ [|//|] a\u2028b\n}", "A line separator stands in this comment, and JSON has no comments")]
    public void A_broken_text_is_explained_where_it_breaks(string marked, string message)
    {
        MarkedText text = MarkedText.Parse(marked);

        Problem problem = PolicyDocument.Parse(text.Text).Problems.Single(problem => problem.Rule == GrammarRules.InvalidJson);

        problem.Message.Should().Be(message);
        problem.Span.Should().Be(text.Spans[0]);
        problem.Pointer.Should().BeEmpty();
    }

    [TestCase("{}[|x|]")]
    [TestCase("{} [|{|]}")]
    [TestCase("{}\n[|,|]")]
    [TestCase("[\"a\"][|]|]")]
    [TestCase("{}[|\0|]")]
    [TestCase("{} // c\n[|#|] d")]
    [TestCase("null[|x|]")]
    [TestCase("{} [|é|]")]
    public void Something_after_the_document_is_found(string marked)
    {
        MarkedText text = MarkedText.Parse(marked);

        Problem problem = PolicyDocument.Parse(text.Text).Problems.Single(problem => problem.Rule == GrammarRules.ContentAfterDocument);

        problem.Message.Should().Be("Something stands after the end of the policy");
        problem.Span.Should().Be(text.Spans[0]);
    }

    [TestCase("\r\n\r\n{\"a\":1,\r\n\"b\":x}", 4, 5)]
    [TestCase("\r\r{\"a\":1,\r\"b\":x}", 4, 5)]
    [TestCase("\n\n{\"a\":1,\n\"b\":x}", 4, 5)]
    [TestCase("/* a\nb */ {\"x\":q}", 2, 11)]
    [TestCase("{\"a\":1, /* a\nb\n */ \"x\":q}", 3, 9)]
    [TestCase("{\"a\":1 //c\r,\"x\":q}", 2, 6)]
    [TestCase("{\"a\":1 //c\r\n,\"x\":q}", 2, 6)]
    [TestCase("{\"a\":\"\\n\\n\", \"x\":q}", 1, 18)]
    [TestCase("{\"é\":\"éé\", \"\U0001F600\":q}", 1, 17)]
    [TestCase("\uFEFF{\"a\":q}", 1, 6)]
    public void The_place_is_right_after_every_kind_of_line_end_comment_and_character(string text, int line, int column)
    {
        PolicyDocument document = PolicyDocument.Parse(text);

        Problem problem = document.Problems.Single(problem => problem.Rule == GrammarRules.InvalidJson);

        document.Source.GetPosition(problem.Span.Start).Should().Be(new LinePosition(line, column));
    }

    [Test]
    public void Sixty_four_levels_are_read_and_more_are_refused_at_the_bracket()
    {
        string deep = new string('[', 64) + new string(']', 64);
        PolicyDocument.Parse(deep).Problems.Should().ContainSingle().Which.Rule.Should().Be(GrammarRules.NotAPolicy);

        Problem problem = PolicyDocument.Parse($"[{deep}]").Problems.Should().ContainSingle().Subject;
        problem.Rule.Should().Be(GrammarRules.TooDeep);
        problem.Span.Should().Be(new TextSpan(64, 1));
        problem.Message.Should().Be("Brackets are nested more than 64 deep");
    }

    // The slow oracle feeds the reader one byte more each time and waits for it to object.
    [Test]
    public void The_place_is_where_no_continuation_could_be_JSON() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                byte[] bytes = new Mutator(seed).Next();
                PolicyDocument document = PolicyDocument.Parse(SourceText.From(bytes));
                if (document.Problems.Any(problem => problem.Rule == GrammarRules.InvalidEncoding)
                    || document.Problems.FirstOrDefault(problem => problem.Rule == GrammarRules.InvalidJson) is not { } broken
                    || broken.Message.Contains("comment", StringComparison.Ordinal))
                {
                    return;
                }

                int first = FirstImpossibleByte(bytes, document.Source.HasByteOrderMark ? 3 : 0);
                broken.Span.Start.Should().BeLessThanOrEqualTo(first);
                first.Should().BeLessThanOrEqualTo(Math.Max(broken.Span.End, broken.Span.Start), "the place of {0} in {1}", broken, document.Source.GetText(new TextSpan(0, bytes.Length)));
            },
            iter: 1_000);

    private static int FirstImpossibleByte(byte[] bytes, int start)
    {
        int end = bytes.AsSpan().TrimEnd(" \t\r\n"u8).Length;
        for (int length = start + 1; length <= end; length++)
        {
            try
            {
                var reader = new Utf8JsonReader(bytes.AsSpan(start, length - start), isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }));
                while (reader.Read())
                {
                }
            }
            catch (JsonException)
            {
                return length - 1;
            }
        }

        return end;
    }
}
