using System.Text;
using PolicyLint.Fixing;

namespace PolicyLint.Tests.Fixing;

/// <summary>Edits keep what they are not about: indentation, line ends, lists on one line or on many.</summary>
public sealed class PolicyEditorTests
{
    private const string Lines = """
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Action": [
                        "s3:A",
                        "s3:B",
                        "s3:C"
                    ],
                    "Resource": "*"
                }
            ]
        }
        """;

    private const string OneLine = """{ "Statement": [ { "Effect": "Allow", "Action": ["s3:A", "s3:B", "s3:C"], "Resource": "*" } ] }""";
    private const string Minified = """{"Statement":[{"Effect":"Allow","Action":["s3:A","s3:B","s3:C"],"Resource":"*"}]}""";
    private const string Single = """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*"}}""";

    private const string Added = """{"Effect":"Deny","Action":["s3:X","s3:Y"],"Resource":"*"}""";

    [TestCase(Lines, "s3:A")]
    [TestCase(Lines, "s3:B")]
    [TestCase(Lines, "s3:A", "s3:B")]
    public void A_value_goes_with_its_comma_and_its_line(string policy, params string[] gone)
    {
        string expected = string.Join('\n', policy.Split('\n').Where(line => !gone.Any(value => line.Contains(value, StringComparison.Ordinal))));

        Edit(policy, (editor, document) => editor.Remove(Values(document, gone))).Should().Be(expected);
    }

    [Test]
    public void The_last_value_goes_with_the_comma_before_it() =>
        Edit(Lines, (editor, document) => editor.Remove(Values(document, "s3:B", "s3:C"))).Should().Be(
            Lines.Replace(",\n                \"s3:B\",\n                \"s3:C\"", "", StringComparison.Ordinal));

    [TestCase(OneLine, "\"s3:A\", ", "s3:A")]
    [TestCase(OneLine, ", \"s3:C\"", "s3:C")]
    [TestCase(Minified, "\"s3:A\",\"s3:B\",", "s3:A", "s3:B")]
    public void On_one_line_the_value_goes_with_one_comma(string policy, string gone, params string[] values) =>
        Edit(policy, (editor, document) => editor.Remove(Values(document, values))).Should().Be(policy.Replace(gone, "", StringComparison.Ordinal));

    [Test]
    public void Values_apart_go_both() =>
        Edit(Minified, (editor, document) => editor.Remove(Values(document, "s3:A", "s3:C"))).Should().Be(Minified.Replace("\"s3:A\",\"s3:B\",\"s3:C\"", "\"s3:B\"", StringComparison.Ordinal));

    [Test]
    public void A_list_cannot_become_empty()
    {
        Action remove = () => Edit(Minified, (editor, document) => editor.Remove(Values(document, "s3:A", "s3:B", "s3:C")));

        remove.Should().Throw<ArgumentException>();
    }

    [Test]
    public void Values_of_a_list_stand_as_the_others_do()
    {
        Edit(Lines, ReplaceB).Should().Be(Lines.Replace("\"s3:B\"", "\"s3:X\",\n                \"s3:Y\"", StringComparison.Ordinal));
        Edit(OneLine, ReplaceB).Should().Be(OneLine.Replace("\"s3:B\"", "\"s3:X\", \"s3:Y\"", StringComparison.Ordinal));
        Edit(Minified, ReplaceB).Should().Be(Minified.Replace("\"s3:B\"", "\"s3:X\",\"s3:Y\"", StringComparison.Ordinal));

        static IEnumerable<TextEdit> ReplaceB(PolicyEditor editor, PolicyDocument document) => editor.Replace(Values(document, "s3:B")[0], ["s3:X", "s3:Y"]);
    }

    [Test]
    public void A_single_value_becomes_a_list_only_where_there_are_several()
    {
        Edit(Single, (editor, document) => editor.Replace(Values(document, "s3:A")[0], ["s3:X", "s3:Y"])).Should().Be(Single.Replace("\"s3:A\"", "[\"s3:X\",\"s3:Y\"]", StringComparison.Ordinal));
        Edit(Single, (editor, document) => editor.Replace(Values(document, "s3:A")[0], ["s3:X"])).Should().Be(Single.Replace("s3:A", "s3:X", StringComparison.Ordinal));
    }

    [Test]
    public void A_statement_is_laid_out_as_the_one_before() =>
        Edit(Lines, AddStatement).Should().Be(
            Lines.Replace(
                "        }\n    ]",
                """
                        },
                        {
                            "Effect": "Deny",
                            "Action": [
                                "s3:X",
                                "s3:Y"
                            ],
                            "Resource": "*"
                        }
                    ]
                """,
                StringComparison.Ordinal));

    [Test]
    public void Line_ends_stay_what_they_are()
    {
        string crlf = Lines.Replace("\n", "\r\n", StringComparison.Ordinal);

        Edit(crlf, AddStatement).Should().Be(Edit(Lines, AddStatement).Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    [Test]
    public void Tabs_stay_tabs()
    {
        string tabs = Lines.Replace("    ", "\t", StringComparison.Ordinal);

        Edit(tabs, AddStatement).Should().Be(Edit(Lines, AddStatement).Replace("    ", "\t", StringComparison.Ordinal));
    }

    [Test]
    public void On_one_line_a_statement_is_added_on_it()
    {
        Edit(OneLine, AddStatement).Should().Be(OneLine.Replace(" } ] }", """ }, { "Effect": "Deny", "Action": ["s3:X", "s3:Y"], "Resource": "*" } ] }""", StringComparison.Ordinal));
        Edit(Minified, AddStatement).Should().Be(Minified.Replace("}]}", $"}},{Added}]}}", StringComparison.Ordinal));
    }

    [Test]
    public void A_single_statement_becomes_a_list() =>
        Edit(Single, AddStatement).Should().Be("""{"Statement":[{"Effect":"Allow","Action":"s3:A","Resource":"*"},{"Effect":"Deny","Action":["s3:X","s3:Y"],"Resource":"*"}]}""");

    [Test]
    public void A_statement_in_place_of_a_single_one_stays_single() =>
        Edit(Single, (editor, document) => editor.Replace(document.Statements[0], [Added])).Should().Be($$"""{"Statement":{{Added}}}""");

    [Test]
    public void An_element_comes_first_in_a_document_and_last_in_a_statement()
    {
        Edit(Minified, (editor, document) => editor.AddElement(document, "Id", "\"x\"")).Should().StartWith("""{"Id":"x","Statement":""");
        Edit(OneLine, (editor, document) => editor.AddElement(document, "Id", "\"x\"")).Should().StartWith("""{ "Id": "x", "Statement": """);
        Edit(Lines, (editor, document) => editor.AddElement(document, "Id", "\"x\"")).Should().StartWith("{\n    \"Id\": \"x\",\n    \"Version\"");
        Edit(Lines, (editor, document) => editor.AddElement(document.Statements[0], "Condition", """{"Bool":{"aws:SecureTransport":"true"}}""")).Should().Be(
            Lines.Replace(
                "\"Resource\": \"*\"\n",
                """
                "Resource": "*",
                            "Condition": {
                                "Bool": {
                                    "aws:SecureTransport": "true"
                                }
                            }

                """,
                StringComparison.Ordinal));
    }

    [Test]
    public void What_is_not_edited_stays_byte_for_byte()
    {
        const string odd = "{ \"Statement\" :[ {\"Effect\":\"Allow\"  ,\n\t\t\"Action\":[ \"s3:A\" , \"s3:\\u0042\"\n, \"s3:C\" ] ,\"Resource\":\"\\u002a\"}\n\n]}  \n";

        Edit(odd, (editor, document) => editor.Remove(Values(document, "s3:A"))).Should().Be(odd.Replace("\"s3:A\" , ", "", StringComparison.Ordinal));
    }

    [Test]
    public void A_broken_document_has_no_editor()
    {
        Action edit = () => _ = new PolicyEditor(PolicyDocument.Parse("{\"Statement\": ["));

        edit.Should().Throw<ArgumentException>();
    }

    private static IEnumerable<TextEdit> AddStatement(PolicyEditor editor, PolicyDocument document) => editor.AddAfter(document.Statements[^1], [Added]);

    private static PolicyString[] Values(PolicyDocument document, params string[] values) =>
        [.. document.Statements[0].Action!.Values.Where(value => values.Contains(value.Value))];

    private static string Edit(string policy, Func<PolicyEditor, PolicyDocument, IEnumerable<TextEdit>> edit)
    {
        PolicyDocument document = PolicyDocument.Parse(policy);
        return Encoding.UTF8.GetString(TextEdit.Apply(document.Source, edit(new PolicyEditor(document), document)).Bytes.Span);
    }
}
