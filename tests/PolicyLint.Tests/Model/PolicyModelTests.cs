using System.Text.Json;
using PolicyLint.Fuzz;
using PolicyLint.Tests.Parsing.Oracles;

namespace PolicyLint.Tests.Model;

/// <summary>What the model says of a document, and where it says that it stands.</summary>
public sealed class PolicyModelTests
{
    private const string Text = """
        {
          "Version": "2012-10-17",
          "Id": "set/1~x",
          "Statement": [
            {
              "Sid": "One",
              "Effect": "Allow",
              "Principal": {"AWS": ["111122223333", "arn:aws:iam::111122223333:role/caf\u00e9"], "Service": "ec2.amazonaws.com"},
              "NotAction": "iam:*",
              "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/${aws:username}"],
              "Condition": {
                "ForAnyValue:StringLikeIfExists": {"aws:RequestTag/team~a": ["x", true, -1.5]},
                "NoSuch": {"k": "v"}
              }
            },
            {"Effect": "Deny", "NotPrincipal": "*", "Action": ["*"], "NotResource": "*"}
          ]
        }
        """;

    private static readonly PolicyDocument Document = PolicyDocument.Parse(Text);

    private static string Cut(TextSpan span) => Document.Source.GetText(span);

    [Test]
    public void The_document_has_its_elements()
    {
        Document.Version!.Value.Should().Be("2012-10-17");
        Document.Id!.Value.Should().Be("set/1~x");
        Document.StatementIsList.Should().BeTrue();
        Document.Statements.Select(statement => statement.Number).Should().Equal(0, 1);
        Document.Pointer.Should().BeEmpty();
        Cut(Document.Span).Should().Be(Text);
        Document.HasPolicyVariables.Should().BeTrue();
        PolicyDocument.Parse("""{"Version":"2008-10-17","Statement":[]}""").HasPolicyVariables.Should().BeFalse();
        PolicyDocument.Parse("""{"Statement":[]}""").HasPolicyVariables.Should().BeFalse();
    }

    [Test]
    public void A_statement_has_its_elements_and_no_others()
    {
        Statement first = Document.Statements[0];
        first.Sid!.Value.Should().Be("One");
        first.Effect.Should().Be(Effect.Allow);
        first.EffectText!.Value.Should().Be("Allow");
        first.NotAction!.Values.Select(value => value.Value).Should().Equal("iam:*");
        first.NotAction.IsList.Should().BeFalse();
        first.Resource!.Values.Select(value => value.Value).Should().Equal("arn:aws:s3:::b", "arn:aws:s3:::b/${aws:username}");
        first.Resource.IsList.Should().BeTrue();
        first.Action.Should().BeNull();
        first.NotResource.Should().BeNull();
        first.NotPrincipal.Should().BeNull();

        Statement second = Document.Statements[1];
        second.Effect.Should().Be(Effect.Deny);
        second.Sid.Should().BeNull();
        second.Action!.IsList.Should().BeTrue();
        second.Condition.Should().BeNull();
        Cut(second.Span).Should().Be("""{"Effect": "Deny", "NotPrincipal": "*", "Action": ["*"], "NotResource": "*"}""");
    }

    [Test]
    public void A_principal_has_its_kinds_or_its_text()
    {
        Principal first = Document.Statements[0].Principal!;
        first.Name.Should().Be("Principal");
        first.Text.Should().BeNull();
        first.Entries.Select(entry => (entry.Name, entry.IsList, string.Join('|', entry.Values)))
            .Should().Equal(("AWS", true, "111122223333|arn:aws:iam::111122223333:role/café"), ("Service", false, "ec2.amazonaws.com"));
        first.IsEverybody.Should().BeFalse();

        Principal second = Document.Statements[1].NotPrincipal!;
        second.Name.Should().Be("NotPrincipal");
        second.Text!.Value.Should().Be("*");
        second.Entries.Should().BeEmpty();
        second.IsEverybody.Should().BeTrue();
    }

    [TestCase("""{"AWS":"*"}""", true)]
    [TestCase("""{"AWS":["1","*"]}""", true)]
    [TestCase("""{"Service":"*"}""", false)]
    [TestCase("""{"AWS":"arn:aws:iam::*:root"}""", false)]
    [TestCase("""{"Service":"s","AWS":"*"}""", true)]
    public void Everybody_is_a_star_or_the_AWS_star(string principal, bool isEverybody) =>
        PolicyDocument.Parse($"{{\"Statement\":{{\"Principal\":{principal}}}}}").Statements[0].Principal!.IsEverybody.Should().Be(isEverybody);

    [Test]
    public void A_condition_has_operators_keys_and_typed_values()
    {
        ConditionBlock condition = Document.Statements[0].Condition!;
        condition.Clauses.Select(clause => clause.OperatorText.Value).Should().Equal("ForAnyValue:StringLikeIfExists", "NoSuch");
        condition.Clauses[0].Operator.Should().Match<ConditionOperator>(@operator =>
            @operator.Name == "StringLike" && @operator.Qualifier == SetQualifier.ForAnyValue && @operator.IfExists);
        condition.Clauses[1].Operator.Should().BeNull();

        ConditionEntry entry = condition.Clauses[0].Entries.Should().ContainSingle().Subject;
        entry.Key.Value.Should().Be("aws:RequestTag/team~a");
        entry.IsList.Should().BeTrue();
        entry.Values.Select(value => (value.Kind, value.Text))
            .Should().Equal((ConditionValueKind.String, "x"), (ConditionValueKind.Boolean, "true"), (ConditionValueKind.Number, "-1.5"));
        condition.Clauses[1].Entries[0].IsList.Should().BeFalse();
    }

    [Test]
    public void Everything_has_the_span_of_its_literal()
    {
        Statement first = Document.Statements[0];
        Cut(Document.Version!.Span).Should().Be("\"2012-10-17\"");
        Cut(first.Sid!.Span).Should().Be("\"One\"");
        Cut(first.Principal!.NameSpan).Should().Be("\"Principal\"");
        Cut(first.Principal.Entries[0].NameSpan).Should().Be("\"AWS\"");
        Cut(first.Principal.Entries[0].Values[1].Span).Should().Be("\"arn:aws:iam::111122223333:role/caf\\u00e9\"");
        Cut(first.Principal.Entries[1].Span).Should().Be("\"ec2.amazonaws.com\"");
        Cut(first.NotAction!.NameSpan).Should().Be("\"NotAction\"");
        Cut(first.NotAction.Span).Should().Be("\"iam:*\"");
        Cut(first.Resource!.Span).Should().Be("[\"arn:aws:s3:::b\", \"arn:aws:s3:::b/${aws:username}\"]");
        Cut(first.Condition!.NameSpan).Should().Be("\"Condition\"");
        Cut(first.Condition.Clauses[0].OperatorText.Span).Should().Be("\"ForAnyValue:StringLikeIfExists\"");
        Cut(first.Condition.Clauses[0].Span).Should().Be("{\"aws:RequestTag/team~a\": [\"x\", true, -1.5]}");
        Cut(first.Condition.Clauses[0].Entries[0].Key.Span).Should().Be("\"aws:RequestTag/team~a\"");
        Cut(first.Condition.Clauses[0].Entries[0].Span).Should().Be("[\"x\", true, -1.5]");
        Cut(first.Condition.Clauses[0].Entries[0].Values[1].Span).Should().Be("true");
        Cut(first.Condition.Clauses[0].Entries[0].Values[2].Span).Should().Be("-1.5");
        Cut(first.Condition.Clauses[1].Entries[0].Span).Should().Be("\"v\"");
    }

    [Test]
    public void Everything_has_the_pointer_that_Access_Analyzer_gives()
    {
        Statement first = Document.Statements[0];
        Document.Id!.Pointer.Should().Be("/Id");
        first.Pointer.Should().Be("/Statement/0");
        first.Sid!.Pointer.Should().Be("/Statement/0/Sid");
        first.NotAction!.Pointer.Should().Be("/Statement/0/NotAction");
        first.NotAction.Values[0].Pointer.Should().Be("/Statement/0/NotAction", "a scalar has no index");
        first.Resource!.Values[1].Pointer.Should().Be("/Statement/0/Resource/1");
        first.Principal!.Entries[0].Values[1].Pointer.Should().Be("/Statement/0/Principal/AWS/1");
        first.Principal.Entries[1].Values[0].Pointer.Should().Be("/Statement/0/Principal/Service");
        first.Condition!.Clauses[0].Pointer.Should().Be("/Statement/0/Condition/ForAnyValue:StringLikeIfExists");
        first.Condition.Clauses[0].Entries[0].Key.Pointer.Should().Be("/Statement/0/Condition/ForAnyValue:StringLikeIfExists/aws:RequestTag~1team~0a");
        first.Condition.Clauses[0].Entries[0].Values[2].Pointer.Should().Be("/Statement/0/Condition/ForAnyValue:StringLikeIfExists/aws:RequestTag~1team~0a/2");
        Document.Statements[1].NotPrincipal!.Text!.Pointer.Should().Be("/Statement/1/NotPrincipal");
        PolicyDocument.Parse("""{"Statement":{"Sid":"x"}}""").Statements[0].Sid!.Pointer.Should().Be("/Statement/Sid", "a single statement has no index");
    }

    // System.Text.Json, which knows nothing of policies, is the oracle: it finds each value by the pointer, and the
    // literal cut out by the span decodes to that value.
    [Test]
    public void Pointers_and_spans_lead_to_the_same_values_in_every_layout()
    {
        foreach ((PolicyType type, string text) in StructuralMutations.ValidDocuments)
        {
            string compact = text;
            string indented = PolicyWriter.Write(PolicyDocument.Parse(text, type), PolicyFormat.Indented);
            foreach (string layout in new[] { compact, indented, indented.Replace("\n", "\r\n", StringComparison.Ordinal), compact.Replace(",", " , ", StringComparison.Ordinal) })
            {
                PolicyDocument document = PolicyDocument.Parse(layout, type);
                using JsonDocument json = JsonDocument.Parse(layout);
                int found = 0;
                foreach (PolicyString value in ModelText.StringsOf(document))
                {
                    JsonElement target = Invariants.Find(json.RootElement, value.Pointer)!.Value;
                    bool isName = value.Pointer.EndsWith("/" + value.Value, StringComparison.Ordinal);
                    if (!isName)
                        target.GetString().Should().Be(value.Value);

                    JsonSerializer.Deserialize<string>(document.Source.GetText(value.Span)).Should().Be(value.Value);
                    found++;
                }

                found.Should().BeGreaterThan(3);
            }
        }
    }

    [Test]
    public void An_element_of_the_wrong_type_is_left_out_and_a_repeated_one_counts_last()
    {
        Statement statement = PolicyDocument.Parse("""{"Statement":{"Sid":1,"Effect":"Allow","Effect":"Deny","Action":{},"Resource":["a",2,"b"],"Condition":[]}}""").Statements[0];

        statement.Sid.Should().BeNull();
        statement.Effect.Should().Be(Effect.Deny);
        statement.Action.Should().BeNull();
        statement.Resource!.Values.Select(value => value.Pointer).Should().Equal("/Statement/Resource/0", "/Statement/Resource/2");
        statement.Condition.Should().BeNull();
    }
}
