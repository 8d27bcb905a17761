using System.Text.Json;
using PolicyLint.Parsing;

namespace PolicyLint.Fixing;

/// <summary>A value of a JSON text with its name, where it is a member, and what is in it.</summary>
internal sealed class JsonPart
{
    private readonly List<JsonPart> _children = [];

    public JsonPart(JsonPart? parent, TextSpan? name, int start)
    {
        Parent = parent;
        Name = name;
        Span = new TextSpan(start, 0);
        parent?._children.Add(this);
    }

    /// <summary>The object or list that it is in.</summary>
    public JsonPart? Parent { get; }

    /// <summary>Where the member's name stands, with its quotes; null for an item of a list.</summary>
    public TextSpan? Name { get; }

    /// <summary>Where the value stands.</summary>
    public TextSpan Span { get; private set; }

    public bool IsList { get; init; }

    /// <summary>The items or members.</summary>
    public IReadOnlyList<JsonPart> Children => _children;

    /// <summary>Where the name or, without one, the value starts.</summary>
    public int Start => Name?.Start ?? Span.Start;

    public int End => Span.End;

    public void EndAt(int end) => Span = TextSpan.FromBounds(Span.Start, end);
}

/// <summary>
/// Where everything of a JSON text stands. The model forgets what edits need: names of members, and values of a wrong type.
/// </summary>
internal sealed class JsonTree
{
    private readonly Dictionary<int, JsonPart> _byStart = [];

    private JsonTree(JsonPart root) => Root = root;

    public JsonPart Root { get; }

    public IEnumerable<JsonPart> All => _byStart.Values;

    /// <summary>The value that starts at a place.</summary>
    public JsonPart At(TextSpan span) => _byStart[span.Start];

    /// <summary>Reads a text that the parser found readable.</summary>
    public static JsonTree Read(SourceText source)
    {
        int offset = source.ContentStart;
        var reader = new Utf8JsonReader(source.Utf8[offset..], JsonCursor.LenientOptions);
        JsonTree? tree = null;
        JsonPart? open = null;
        TextSpan? name = null;
        while (reader.Read())
        {
            int start = offset + (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = new TextSpan(start, reader.ValueSpan.Length + 2);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open!.EndAt(start + 1);
                    open = open.Parent;
                    continue;
            }

            var part = new JsonPart(open, name, start) { IsList = reader.TokenType == JsonTokenType.StartArray };
            name = null;
            (tree ??= new JsonTree(part))._byStart.Add(start, part);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                open = part;
            else
                part.EndAt(offset + (int)reader.BytesConsumed);
        }

        return tree!;
    }
}
