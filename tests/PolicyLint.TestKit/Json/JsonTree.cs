using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PolicyLint.TestKit;

/// <summary>
/// A JSON text as a tree that keeps every literal, repeated member and order as written, so that a document can be laid
/// out anew or changed in one place. Read by <see cref="Utf8JsonReader"/>, not by the parser under test.
/// </summary>
internal abstract record JsonTree
{
    /// <summary>A string, number, Boolean or null, as its literal.</summary>
    public sealed record Scalar(string Literal) : JsonTree;

    /// <summary>An array.</summary>
    public sealed record List(ImmutableArray<JsonTree> Items) : JsonTree;

    /// <summary>An object.</summary>
    public sealed record Map(ImmutableArray<Member> Members) : JsonTree;

    /// <summary>A member of an object; the name is its literal with quotes.</summary>
    public sealed record Member(string NameLiteral, JsonTree Value)
    {
        public string Name { get; } = JsonSerializer.Deserialize<string>(NameLiteral)!;
    }

    /// <summary>Reads a text; null where it is not JSON.</summary>
    public static JsonTree? TryParse(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            reader.Read();
            JsonTree tree = Read(ref reader, bytes);
            return reader.Read() ? null : tree;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null; // InvalidOperationException: an unpaired surrogate in a name.
        }
    }

    /// <summary>The tree without white space.</summary>
    public string ToMinified() => new JsonLayout(indented: false).Write(this);

    /// <summary>The tree with two spaces for each level and one value a line.</summary>
    public string ToIndented() => new JsonLayout(indented: true).Write(this);

    /// <summary>The same value with the members of every object sorted, for comparing.</summary>
    public JsonTree Sorted() => this switch
    {
        List list => new List([.. list.Items.Select(item => item.Sorted())]),
        Map map => new Map(
        [
            .. map.Members
                .Select(member => member with { Value = member.Value.Sorted() })
                .OrderBy(member => member.NameLiteral, StringComparer.Ordinal),
        ]),
        _ => this,
    };

    /// <summary>Every decoded string value; names are left out.</summary>
    public IEnumerable<string> StringValues() => this switch
    {
        Scalar { Literal: ['"', ..] } scalar => [JsonSerializer.Deserialize<string>(scalar.Literal)!],
        List list => list.Items.SelectMany(item => item.StringValues()),
        Map map => map.Members.SelectMany(member => member.Value.StringValues()),
        _ => [],
    };

    private static JsonTree Read(ref Utf8JsonReader reader, byte[] bytes)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<JsonTree>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Read(ref reader, bytes));
                return new List(items.ToImmutable());

            case JsonTokenType.StartObject:
                var members = ImmutableArray.CreateBuilder<Member>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = LiteralOf(ref reader, bytes);
                    reader.Read();
                    members.Add(new Member(name, Read(ref reader, bytes)));
                }

                return new Map(members.ToImmutable());

            default:
                return new Scalar(LiteralOf(ref reader, bytes));
        }
    }

    // ValueSpan of a string is without its quotes, and BytesConsumed of a name is after its colon.
    private static string LiteralOf(ref Utf8JsonReader reader, byte[] bytes)
    {
        int quotes = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        return Encoding.UTF8.GetString(bytes.AsSpan((int)reader.TokenStartIndex, reader.ValueSpan.Length + quotes));
    }
}
