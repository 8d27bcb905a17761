using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CsCheck;
using PolicyLint.AccessAnalyzer.Confirming;
using PolicyLint.TestKit;

namespace PolicyLint.AccessAnalyzer.Tests;

public sealed class DocumentPlacesTests
{
    private const string Policy = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [ "s3:Get*", "s3:Püt*" ], "Condition": { "Bool": { "aws:a/b~c": true } } }
          ],
          "Odd": { }
        }
        """;

    private static readonly LinePosition Nowhere = new(0, 1);

    [Test]
    public void A_value_is_found_with_its_quotes() => Find(Value("Statement"), Index(0), Value("Action"), Index(1)).Should().Be(("\"s3:Püt*\"", "/Statement/0/Action/1"));

    [Test]
    public void A_list_is_found_with_its_brackets() => Find(Value("Statement"), Index(0), Value("Action")).Should().Be(("[ \"s3:Get*\", \"s3:Püt*\" ]", "/Statement/0/Action"));

    [Test]
    public void A_key_is_found_with_its_quotes() => Find(Value("Statement"), Index(0), Value("Condition"), Value("Bool"), Key("aws:a/b~c")).Should().Be(("\"aws:a/b~c\"", "/Statement/0/Condition/Bool/aws:a~1b~0c"));

    [Test]
    public void A_literal_is_found() => Find(Value("Statement"), Index(0), Value("Condition"), Value("Bool"), Value("aws:a/b~c")).Should().Be(("true", "/Statement/0/Condition/Bool/aws:a~1b~0c"));

    [Test]
    public void A_part_of_a_string_is_found() => Find(Value("Statement"), Index(0), Value("Action"), Index(1), Part(3, 2)).Should().Be(("Pü", "/Statement/0/Action/1"));

    [Test]
    public void An_element_that_no_model_has_is_found() => Find(Key("Odd")).Should().Be(("\"Odd\"", "/Odd"));

    [Test]
    public void What_is_not_there_is_not_found()
    {
        Find(Value("Nothing")).Should().BeNull();
        Find(Value("Statement"), Index(1)).Should().BeNull();
        Find(Value("Version"), Index(0)).Should().BeNull();
        Find(Value("Version"), Value("x")).Should().BeNull();
        Find(Value("Statement"), Part(0, 1)).Should().BeNull();
        Find(Key("Statement"), Index(0)).Should().BeNull();
    }

    [Test]
    public void No_path_is_the_range_that_is_given()
    {
        var location = new ServiceLocation([], new LinePosition(2, 14), new LinePosition(2, 26));

        (TextSpan span, string pointer) = new DocumentPlaces(SourceText.From(Policy)).Find(location)!.Value;

        SourceText.From(Policy).GetText(span).Should().Be("\"2012-10-17\"");
        pointer.Should().BeEmpty();
    }

    [Test]
    public void In_what_is_no_JSON_the_range_is_the_place()
    {
        SourceText broken = SourceText.From("{\n  \"Statement\": [,]\n}");
        var location = new ServiceLocation([Value("Statement"), Index(0)], new LinePosition(2, 17), new LinePosition(2, 18));

        (TextSpan span, string pointer) = new DocumentPlaces(broken).Find(location)!.Value;

        broken.GetText(span).Should().Be(",");
        pointer.Should().BeEmpty();
    }

    [TestCase(0, 1)]
    [TestCase(8, 1)]
    [TestCase(2, 0)]
    [TestCase(2, 99)]
    public void A_range_outside_the_text_is_not_found(int line, int column)
    {
        var location = new ServiceLocation([], new LinePosition(line, column), new LinePosition(7, 2));

        new DocumentPlaces(SourceText.From(Policy)).Find(location).Should().BeNull();
    }

    /// <summary>JSON is written with a note of where each value begins and ends; every path must lead there.</summary>
    [Test]
    public void Every_path_of_every_document_leads_to_its_value() => Trees.Sample(tree =>
    {
        var text = new StringBuilder();
        var places = new List<(ImmutableArray<PathStep> Path, int Start, int End)>();
        Write(tree, [], text, places);
        SourceText source = SourceText.From(text.ToString());
        var finder = new DocumentPlaces(source);

        return places.TrueForAll(place =>
            finder.Find(new ServiceLocation(place.Path, new LinePosition(1, place.Start + 1), new LinePosition(1, place.End + 1))) is { } found
            && source.GetText(found.Span) == text.ToString(place.Start, place.End - place.Start));
    });

    [Test]
    public void Recorded_locations_of_the_service_are_found_where_it_says()
    {
        int compared = 0;
        foreach (string file in Directory.GetFiles(Repository.SharedPathOf("corpora", "access-analyzer-other"), "*.json"))
        {
            using JsonDocument recorded = JsonDocument.Parse(File.ReadAllBytes(file));
            if (!recorded.RootElement.TryGetProperty("policyDocumentText", out JsonElement text))
                continue;

            var finder = new DocumentPlaces(SourceText.From(text.GetString()!));
            foreach (JsonElement location in recorded.RootElement.GetProperty("expected").EnumerateArray().SelectMany(finding => finding.GetProperty("locations").EnumerateArray()))
            {
                ImmutableArray<PathStep> path = [.. location.GetProperty("path").EnumerateArray().Select(StepOf)];
                finder.Find(new ServiceLocation(path, Nowhere, Nowhere))!.Value.Span.Should().Be(TextSpan.FromBounds(
                    location.GetProperty("span").GetProperty("start").GetProperty("offset").GetInt32(),
                    location.GetProperty("span").GetProperty("end").GetProperty("offset").GetInt32()));
                compared++;
            }
        }

        compared.Should().BePositive();
    }

    private static (string Text, string Pointer)? Find(params PathStep[] path) =>
        new DocumentPlaces(SourceText.From(Policy)).Find(new ServiceLocation([.. path], Nowhere, Nowhere)) is { } found
            ? (SourceText.From(Policy).GetText(found.Span), found.Pointer)
            : null;

    private static PathStep Value(string name) => new(PathStepKind.Value, name);

    private static PathStep Key(string name) => new(PathStepKind.Key, name);

    private static PathStep Index(int index) => new(PathStepKind.Index, Number: index);

    private static PathStep Part(int start, int length) => new(PathStepKind.Substring, Number: start, Length: length);

    private static PathStep StepOf(JsonElement step) => step.EnumerateObject().Single() switch
    {
        { Name: "value" } value => Value(value.Value.GetString()!),
        { Name: "key" } key => Key(key.Value.GetString()!),
        var index => Index(index.Value.GetInt32()),
    };

    // A tree is a string, a list of trees, or trees by name.
    private static readonly Gen<object> Trees = Gen.Recursive<object>((depth, tree) => depth > 3
        ? Leaf
        : Gen.OneOf(
            Leaf,
            tree.Array[0, 3].Select(items => (object)items),
            Gen.Dictionary(Gen.OneOf("a", "b", "é", "a/b", "~"), tree)[0, 3].Select(members => (object)members)));

    private static Gen<object> Leaf => Gen.OneOf("", "x", "ü", "longer").Select(text => (object)text);

    private static void Write(object tree, ImmutableArray<PathStep> path, StringBuilder text, List<(ImmutableArray<PathStep>, int, int)> places)
    {
        int start = text.Length;
        string between = "";
        switch (tree)
        {
            case object[] items:
                text.Append('[');
                for (int i = 0; i < items.Length; i++, between = ", ")
                {
                    text.Append(between);
                    Write(items[i], path.Add(Index(i)), text, places);
                }

                text.Append(']');
                break;

            case Dictionary<string, object> members:
                text.Append('{');
                foreach (var (name, value) in members)
                {
                    text.Append(between);
                    places.Add((path.Add(Key(name)), text.Length, text.Length + name.Length + 2));
                    text.Append('"').Append(name).Append("\": ");
                    Write(value, path.Add(Value(name)), text, places);
                    between = " , ";
                }

                text.Append('}');
                break;

            default:
                text.Append('"').Append((string)tree).Append('"');
                break;
        }

        places.Add((path, start, text.Length));
    }
}
