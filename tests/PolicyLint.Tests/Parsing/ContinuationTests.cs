using PolicyLint.Rules;

namespace PolicyLint.Tests.Parsing;

/// <summary>One mistake does not hide the next: reading goes on behind it.</summary>
public sealed class ContinuationTests
{
    private static IEnumerable<string> Report(PolicyDocument document) =>
        document.Problems.Select(problem => $"{document.Source.GetPosition(problem.Span.Start)} {problem.Rule.Id} {problem.Pointer}");

    [Test]
    public void A_document_with_a_mistake_in_every_line_has_a_problem_for_every_line()
    {
        PolicyDocument document = PolicyDocument.Parse("""
            // written by hand
            {
              "Version": "2012-10-18",
              "Author": "me",
              "Id": 7,
              "Statement": [
                "not a statement",
                {
                  "Sid": "two words",
                  "Effect": "allow",
                  "Actions": ["s3:GetObject", 1, "", null],
                  "Resource": {"arn": "*"},
                  "Resource": "*",
                  "Condition": {
                    "Bool": true,
                    "StringLike": {"aws:x": [{}, "y"], "aws:x": []},
                    "Null": {},
                  }
                }
              ]
            }
            """, PolicyType.Identity);

        Report(document).Should().Equal(
            "1:1 PL0014 ",
            "3:14 PL0111 /Version",
            "4:3 PL0102 /Author",
            "5:9 PL0103 /Id",
            "7:5 PL0103 /Statement/0",
            "9:14 PL0112 /Statement/1/Sid",
            "10:17 PL0110 /Statement/1/Effect",
            "11:7 PL0102 /Statement/1/Actions",
            "11:35 PL0103 /Statement/1/Actions/1",
            "11:38 PL0104 /Statement/1/Actions/2",
            "11:42 PL0103 /Statement/1/Actions/3",
            "12:19 PL0103 /Statement/1/Resource",
            "13:7 PL0101 /Statement/1/Resource",
            "15:17 PL0103 /Statement/1/Condition/Bool",
            "16:34 PL0103 /Statement/1/Condition/StringLike/aws:x/0",
            "16:44 PL0101 /Statement/1/Condition/StringLike/aws:x",
            "16:53 PL0105 /Statement/1/Condition/StringLike/aws:x",
            "17:17 PL0117 /Statement/1/Condition/Null",
            "17:19 PL0015 ");
        document.IsReadable.Should().BeTrue();
        Statement statement = document.Statements.Should().ContainSingle().Subject;
        statement.Pointer.Should().Be("/Statement/1");
        statement.Action!.Values.Select(value => value.Value).Should().Equal("s3:GetObject");
        statement.Resource!.Values.Select(value => value.Value).Should().Equal("*");
    }

    [Test]
    public void What_was_complete_before_the_JSON_breaks_is_kept_and_checked()
    {
        PolicyDocument document = PolicyDocument.Parse("""
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":"a:b"},
            {"Effect":"Deny","Action":"a:b" "Resource":"*"}]}
            """, PolicyType.Identity);

        Report(document).Should().Equal("2:1 PL0107 /Statement/0", "3:33 PL0010 ");
        document.Statements.Should().ContainSingle().Which.Effect.Should().Be(Effect.Allow);
        document.IsReadable.Should().BeFalse();
    }

    [Test]
    public void What_is_missing_from_a_document_that_breaks_off_is_not_missed() =>
        Report(PolicyDocument.Parse("""{"Version":"2012-10-17","Id":"x" """)).Should().Equal("1:33 PL0010 ");

    [Test]
    public void What_is_missing_from_a_whole_document_is_missed_though_something_follows_it() =>
        Report(PolicyDocument.Parse("""{"Version":"2012-10-17"} x""")).Should().Equal("1:1 PL0107 ", "1:26 PL0019 ");

    [TestCase("""{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}""", "1:25 PL0101 /Version")]
    [TestCase("""{"Statement":[],"Statement":[]}""", "1:17 PL0101 /Statement")]
    [TestCase("""{"Statement":[],"x":1,"x":2}""", "1:23 PL0101 /x")]
    [TestCase("""{"Statement":[],"\u0053tatement":[]}""", "1:17 PL0101 /Statement")]
    [TestCase("""{"\u0053tatement":[],"Statement":[]}""", "1:22 PL0101 /Statement")]
    [TestCase("""{"Statement":{"Sid":"a","Sid":"b"}}""", "1:25 PL0101 /Statement/Sid")]
    [TestCase("""{"Statement":{"Principal":{"AWS":"*","AWS":"*"}}}""", "1:38 PL0101 /Statement/Principal/AWS")]
    [TestCase("""{"Statement":{"Condition":{"Bool":{"a":"b"},"Bool":{"a":"b"}}}}""", "1:45 PL0101 /Statement/Condition/Bool")]
    [TestCase("""{"Statement":{"Condition":{"Bool":{"a":"b","a":"b"}}}}""", "1:44 PL0101 /Statement/Condition/Bool/a")]
    [TestCase("""{"Statement":{"Condition":{"Bool":{"a":"b","\u0061":"b"}}}}""", "1:44 PL0101 /Statement/Condition/Bool/a")]
    public void A_repeated_name_is_found_at_every_level_however_it_is_spelt(string json, string problem) =>
        Report(PolicyDocument.Parse(json)).Where(line => line.Contains("PL0101")).Should().Equal(problem);

    [Test]
    public void The_same_name_in_two_objects_is_not_repeated() =>
        Report(PolicyDocument.Parse("""
            {"Statement":[{"Sid":"a","Effect":"Deny","Action":"a:b","Resource":"*","Condition":{"Bool":{"a":"b"},"Null":{"a":"b","A":"b"}}},
            {"Sid":"a","Effect":"Deny","Action":"a:b","Resource":"*"}]}
            """)).Should().BeEmpty("keys that differ in case are two names to JSON");

    [TestCase("statement", "Statement")]
    [TestCase("STATEMENT", "Statement")]
    [TestCase("Statements", "Statement")]
    [TestCase("version", "Version")]
    [TestCase("ID", "Id")]
    public void A_misspelt_element_of_the_document_is_taken_for_what_it_means(string written, string meant)
    {
        string json = """{"Version":"2012-10-17","Id":"x","Statement":{"Effect":"Deny","Action":"a:b","Resource":"*"}}""".Replace(meant, written, StringComparison.Ordinal);

        PolicyDocument document = PolicyDocument.Parse(json);

        document.Problems.Should().ContainSingle().Which.Message.Should().Be($"`{written}` is not an element of a policy; did you mean `{meant}`?");
        document.Problems[0].Pointer.Should().Be($"/{written}");
        document.Version!.Value.Should().Be("2012-10-17");
        document.Id!.Value.Should().Be("x");
        document.Statements.Should().ContainSingle();
    }

    [TestCase("effect", "Effect")]
    [TestCase("actions", "Action")]
    [TestCase("RESOURCE", "Resource")]
    [TestCase("conditions", "Condition")]
    [TestCase("SID", "Sid")]
    public void A_misspelt_element_of_a_statement_is_taken_for_what_it_means(string written, string meant)
    {
        string json = """{"Statement":{"Sid":"x","Effect":"Deny","Action":"a:b","Resource":"*","Condition":{"Null":{"a:b":"true"}}}}"""
            .Replace($"\"{meant}\"", $"\"{written}\"", StringComparison.Ordinal);

        PolicyDocument document = PolicyDocument.Parse(json);

        document.Problems.Should().ContainSingle().Which.Message.Should().Be($"`{written}` is not an element of a statement; did you mean `{meant}`?");
        Statement statement = document.Statements[0];
        statement.Sid!.Value.Should().Be("x");
        statement.Effect.Should().Be(Effect.Deny);
        statement.Action!.Name.Should().Be("Action");
        statement.Resource!.Values.Should().ContainSingle();
        statement.Condition!.Clauses.Should().ContainSingle();
    }

    [Test]
    public void A_misspelt_element_beside_the_right_one_is_no_repetition_and_the_right_one_counts()
    {
        foreach (string members in new[] { "\"action\":\"wrong:x\",\"Action\":\"right:x\"", "\"Action\":\"right:x\",\"action\":\"wrong:x\"" })
        {
            PolicyDocument document = PolicyDocument.Parse($"{{\"Statement\":{{\"Effect\":\"Deny\",{members},\"Resource\":\"*\"}}}}");

            document.Problems.Select(problem => problem.Rule).Should().Equal(GrammarRules.UnknownElement);
            document.Statements[0].Action!.Values.Select(value => value.Value).Should().Equal("right:x");
        }
    }

    [Test]
    public void The_value_of_an_unknown_element_is_stepped_over_whatever_it_is()
    {
        PolicyDocument document = PolicyDocument.Parse("""{"X":{"a":[{"b":[[]]},{}],"c":{}},"Statement":{"Y":[[{}],1],"Effect":"Deny","Action":"a:b","Resource":"*"},"Z":[]}""");

        document.Problems.Select(problem => problem.Pointer).Should().Equal("/X", "/Statement/Y", "/Z");
        document.Statements[0].Effect.Should().Be(Effect.Deny);
    }

    [Test]
    public void Comments_are_found_wherever_they_stand()
    {
        MarkedText text = MarkedText.Parse(
            "[|// one|]\r\n{[|/*two*/|]\"Version\":[|/*3*/|]\"2012-10-17\"[|/*4*/|],[|/*5*/|]\"Statement\":[[|//6|]\r{\"Effect\":\"Deny\",\"Action\":[\"a:b\"[|/*,7*/|]],\"Resource\":\"*\"}\n[|/*8\n*/|]]}[|//nine|]");

        PolicyDocument document = PolicyDocument.Parse(text.Text);

        document.Problems.Should().OnlyContain(problem => problem.Rule == GrammarRules.Comment && problem.Message == "JSON has no comments");
        document.Problems.Select(problem => problem.Span).Should().Equal(text.Spans);
        document.IsReadable.Should().BeTrue();
    }

    [Test]
    public void What_looks_like_a_comment_in_a_string_is_none() =>
        PolicyDocument.Parse("""{"Id":"http://x/*y*/","Statement":{"Effect":"Deny","Action":"a:b","Resource":"arn:aws:s3:::b//*"}}""", PolicyType.Scp).Problems.Should().BeEmpty();

    [Test]
    public void Trailing_commas_are_found_wherever_they_stand()
    {
        MarkedText text = MarkedText.Parse(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["a:b" [|,|] ],"Resource":"*","Condition":{"Bool":{"a:b":["true"/*x,*/[|,|]/*y*/][|,|]}[|,|]}[|,|]}[|,|]][|,|]}""");

        PolicyDocument document = PolicyDocument.Parse(text.Text);

        document.Problems.Where(problem => problem.Rule == GrammarRules.TrailingComma).Select(problem => problem.Span).Should().Equal(text.Spans);
        document.Problems.Where(problem => problem.Rule == GrammarRules.TrailingComma).Select(problem => problem.Message[^2]).Should().Equal(']', ']', '}', '}', '}', ']', '}');
    }

    [TestCase("""{"Version":"2012-10-17","Statement":[]}""", true, Description = "a policy, if an empty one")]
    [TestCase("""{"Version":"2012-10-17"}""", true, Description = "its Version says that it is meant as one")]
    [TestCase("""{"Statement":"x"}""", true, Description = "wrong, but read")]
    [TestCase("""{"statement":{}}""", true)]
    [TestCase("""{"Statement":[],}""", true, Description = "the comma is known to be too many")]
    [TestCase("""{"Version":"1.0","Rules":[]}""", false, Description = "some other JSON")]
    [TestCase("{}", false)]
    [TestCase("[]", false)]
    [TestCase("null", false)]
    [TestCase("""[{"Statement":[]}]""", false)]
    [TestCase("""{"Statement":[]""", false, Description = "breaks off")]
    [TestCase("""{"Statement":[]}}""", false, Description = "something follows")]
    [TestCase("", false)]
    public void A_document_is_readable_when_it_is_a_policy_to_its_end(string json, bool isReadable) =>
        PolicyDocument.Parse(json).IsReadable.Should().Be(isReadable);

    [TestCase("""{"Version":"1.0","Rules":[{"Effect":1}]}""", "This JSON is not a policy: it has no `Statement`")]
    [TestCase("""[{"Statement":[]}]""", "This JSON is not a policy: it is a list, and a policy is an object")]
    [TestCase("\"x\"", "This JSON is not a policy: it is a single value, and a policy is an object")]
    public void JSON_of_another_kind_gets_that_one_problem(string json, string message)
    {
        Problem problem = PolicyDocument.Parse(json).Problems.Should().ContainSingle().Subject;

        problem.Rule.Should().Be(GrammarRules.NotAPolicy);
        problem.Message.Should().Be(message);
        problem.Span.Should().Be(new TextSpan(0, 1));
    }
}
