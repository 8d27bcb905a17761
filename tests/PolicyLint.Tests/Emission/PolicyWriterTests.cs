using CsCheck;
using PolicyLint.Fuzz;
using PolicyLint.Tests.Parsing.Oracles;

namespace PolicyLint.Tests.Emission;

public sealed class PolicyWriterTests
{
    private const string Written = """
        // why
        {
          "Version" : "2012-10-17", /* one */
          "Statement": [{"Sid": "caf\u00e9\/x", "Effect":"Deny",
            "Action": "a:b", "Action": ["c:d", ],
            "Resource": [], "Note": {"a": [1.50e+2, true, null, {}]},
            "Condition": {"NumericEquals": {"a:b": -0.0}},
          }],
        }

        """;

    [Test]
    public void As_written_drops_only_comments_and_trailing_commas() =>
        PolicyWriter.Write(PolicyDocument.Parse(Written)).Should().Be("\n" + """
            {
              "Version" : "2012-10-17", 
              "Statement": [{"Sid": "caf\u00e9\/x", "Effect":"Deny",
                "Action": "a:b", "Action": ["c:d" ],
                "Resource": [], "Note": {"a": [1.50e+2, true, null, {}]},
                "Condition": {"NumericEquals": {"a:b": -0.0}}
              }]
            }

            """);

    [Test]
    public void Minified_has_no_white_space() =>
        PolicyWriter.Write(PolicyDocument.Parse(Written), PolicyFormat.Minified).Should().Be(
            """{"Version":"2012-10-17","Statement":[{"Sid":"caf\u00e9\/x","Effect":"Deny","Action":"a:b","Action":["c:d"],"Resource":[],"Note":{"a":[1.50e+2,true,null,{}]},"Condition":{"NumericEquals":{"a:b":-0.0}}}]}""");

    [Test]
    public void Indented_has_one_element_a_line() =>
        PolicyWriter.Write(PolicyDocument.Parse(Written), PolicyFormat.Indented).Should().Be("""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "caf\u00e9\/x",
                  "Effect": "Deny",
                  "Action": "a:b",
                  "Action": [
                    "c:d"
                  ],
                  "Resource": [],
                  "Note": {
                    "a": [
                      1.50e+2,
                      true,
                      null,
                      {}
                    ]
                  },
                  "Condition": {
                    "NumericEquals": {
                      "a:b": -0.0
                    }
                  }
                }
              ]
            }
            """);

    [Test]
    public void A_byte_order_mark_is_dropped_and_line_ends_are_kept() =>
        PolicyWriter.Write(PolicyDocument.Parse("\uFEFF{\r\n\"Statement\":\r[]}\r\n")).Should().Be("{\r\n\"Statement\":\r[]}\r\n");

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("""{"Statement":[]""")]
    [TestCase("""{"Statement":[]} x""")]
    public void What_could_not_be_read_is_not_written(string json)
    {
        PolicyDocument document = PolicyDocument.Parse(json);

        Action writing = () => PolicyWriter.Write(document, PolicyFormat.Minified);

        writing.Should().Throw<InvalidOperationException>().WithMessage("*could not be read to its end*");
    }

    [Test]
    public void Without_white_space_comments_and_escapes_minified_text_stays_as_it_is()
    {
        foreach ((PolicyType type, string text) in StructuralMutations.ValidDocuments)
        {
            foreach (PolicyFormat format in new[] { PolicyFormat.AsWritten, PolicyFormat.Minified })
                PolicyWriter.Write(PolicyDocument.Parse(text, type), format).Should().Be(text);
        }
    }

    [Test]
    public void What_is_written_reads_as_the_same_model_however_the_document_is_broken() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                PolicyDocument document = PolicyDocument.Parse(SourceText.From(new Mutator(seed).Next()), PolicyType.Identity);
                if (!document.IsReadable || document.Problems.Any(problem => problem.Rule.Id == "PL0011"))
                    return;

                foreach (PolicyFormat format in Enum.GetValues<PolicyFormat>())
                    ModelText.Of(PolicyDocument.Parse(PolicyWriter.Write(document, format), PolicyType.Identity)).Should().Be(ModelText.Of(document));
            },
            iter: 3_000);

    [Test]
    public void Writing_again_changes_nothing() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                PolicyDocument document = PolicyDocument.Parse(SourceText.From(new Mutator(seed).Next()));
                if (!document.IsReadable)
                    return;

                foreach (PolicyFormat format in Enum.GetValues<PolicyFormat>())
                {
                    string once = PolicyWriter.Write(document, format);
                    PolicyWriter.Write(PolicyDocument.Parse(once), format).Should().Be(once);
                }
            },
            iter: 3_000);
}
