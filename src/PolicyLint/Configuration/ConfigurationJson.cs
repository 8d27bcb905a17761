using System.Text;
using System.Text.Json;
using PolicyLint.Parsing;

namespace PolicyLint.Configuration;

/// <summary>A value of a configuration file with its place.</summary>
internal sealed class JsonValue(JsonTokenType kind, int start)
{
    public JsonTokenType Kind => kind;

    public TextSpan Span { get; private set; } = new(start, 0);

    /// <summary>A string decoded, another scalar as written; empty for objects and lists.</summary>
    public string Text { get; init; } = "";

    public List<JsonMember> Members { get; } = [];

    public List<JsonValue> Items { get; } = [];

    /// <summary>What it is, for a sentence.</summary>
    public string Phrase => kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => $"{Text}",
    };

    public void EndAt(int end) => Span = TextSpan.FromBounds(Span.Start, end);
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name, decoded.</param>
/// <param name="NameSpan">Where the name stands, with its quotes.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct JsonMember(string Name, TextSpan NameSpan, JsonValue Value);

/// <summary>Reads a file that people write: JSON in which comments and trailing commas may stand.</summary>
internal static class ConfigurationJson
{
    /// <summary>The root; null, with a problem, where the text cannot be read.</summary>
    public static JsonValue? Read(SourceText source, ConfigurationProblems problems)
    {
        var found = new ProblemList();
        bool isText = InputCheck.Accepts(source, found);
        if (found.ToSorted().FirstOrDefault(problem => problem.Rule != Rules.GrammarRules.ByteOrderMark) is { } problem)
        {
            problems.Add(problem.Span, $"cannot be read: {problem.Message}");
            return null;
        }

        try
        {
            return isText ? ReadTree(source) : null;
        }
        catch (JsonException)
        {
            SyntaxError error = JsonSyntaxDiagnosis.Explain(source.Bytes.Span, source.ContentStart);

            // The diagnosis speaks to people who wrote a policy.
            string message = error.Message.Replace("the policy", "the configuration", StringComparison.Ordinal);
            problems.Add(error.Span, $"cannot be read: {message}");
            return null;
        }
    }

    private static JsonValue ReadTree(SourceText source)
    {
        int offset = source.ContentStart;
        var reader = new Utf8JsonReader(source.Utf8[offset..], JsonCursor.LenientOptions);
        var open = new Stack<JsonValue>();
        JsonValue? root = null;
        (string Text, TextSpan Span) name = ("", default);
        while (reader.Read())
        {
            int start = offset + (int)reader.TokenStartIndex;
            int end = offset + (int)reader.BytesConsumed;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = (TextOf(reader), new TextSpan(start, reader.ValueSpan.Length + 2));
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop().EndAt(end);
                    continue;
            }

            var value = new JsonValue(reader.TokenType, start) { Text = TextOf(reader) };
            value.EndAt(end);
            if (!open.TryPeek(out JsonValue? parent))
                root = value;
            else if (parent.Kind == JsonTokenType.StartObject)
                parent.Members.Add(new JsonMember(name.Text, name.Span, value));
            else
                parent.Items.Add(value);

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                open.Push(value);
        }

        return root!;
    }

    private static string TextOf(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject or JsonTokenType.StartArray => "",
        _ when reader.ValueIsEscaped => JsonText.Unescape(reader.ValueSpan, out _),
        _ => Encoding.UTF8.GetString(reader.ValueSpan),
    };
}
