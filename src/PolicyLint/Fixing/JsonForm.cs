using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyLint.Fixing;

/// <summary>How much white space JSON is written with.</summary>
internal enum JsonSpacing
{
    /// <summary>None: <c>{"a":["b","c"]}</c>.</summary>
    None,

    /// <summary>One line: <c>{ "a": ["b", "c"] }</c>.</summary>
    Spaces,

    /// <summary>A line for each member and item.</summary>
    Lines,
}

/// <summary>Lays out JSON as the text around it.</summary>
/// <param name="Spacing">How much white space.</param>
/// <param name="LineEnd">The line end of the file; null where it has one line.</param>
/// <param name="Unit">What one level is indented by.</param>
/// <param name="ListsOnLines">Whether the items of a list have lines of their own, however short they are.</param>
internal sealed record JsonForm(JsonSpacing Spacing, string? LineEnd, string Unit, bool ListsOnLines)
{
    // Longer, one line is not read any more.
    private const int LongLine = 120;

    // Parts of a policy that are written again may have comments, which other fixes take out.
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>What stands between a name and its value.</summary>
    public string Colon => Spacing == JsonSpacing.None ? ":" : ": ";

    /// <summary>A string as JSON. Policies are text for people: only what JSON demands is escaped.</summary>
    public static string Literal(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    /// <summary>Strings as JSON: one alone as people write it, several as a list.</summary>
    public static string Values(IReadOnlyList<string> values) =>
        values is [var single] ? Literal(single) : $"[{string.Join(',', values.Select(Literal))}]";

    /// <summary>Writes JSON in this form.</summary>
    /// <param name="json">One JSON value in any layout.</param>
    /// <param name="indent">The indentation of the line that it starts on.</param>
    public string Write(string json, string indent)
    {
        using JsonDocument document = JsonDocument.Parse(json, Lenient);
        string text = Write(document.RootElement, indent, Spacing);
        return Spacing == JsonSpacing.Spaces && text.Length > LongLine && LineEnd is not null
            ? Write(document.RootElement, indent, JsonSpacing.Lines)
            : text;
    }

    private string Write(JsonElement value, string indent, JsonSpacing spacing) => value.ValueKind switch
    {
        JsonValueKind.Object => Enclose('{', '}', " ", [.. value.EnumerateObject().Select(member => Literal(member.Name) + Colon + Write(member.Value, indent + Unit, spacing))], indent, spacing),
        JsonValueKind.Array => WriteList(value, indent, spacing),
        _ => value.GetRawText(),
    };

    private string WriteList(JsonElement list, string indent, JsonSpacing spacing)
    {
        if (spacing == JsonSpacing.Lines && !ListsOnLines && Write(list, indent, JsonSpacing.Spaces) is var line && indent.Length + line.Length <= LongLine)
            return line;

        return Enclose('[', ']', "", [.. list.EnumerateArray().Select(item => Write(item, indent + Unit, spacing))], indent, spacing);
    }

    private string Enclose(char open, char close, string edge, string[] parts, string indent, JsonSpacing spacing) => spacing switch
    {
        _ when parts.Length == 0 => $"{open}{close}",
        JsonSpacing.None => $"{open}{string.Join(',', parts)}{close}",
        JsonSpacing.Spaces => $"{open}{edge}{string.Join(", ", parts)}{edge}{close}",
        _ => $"{open}{LineEnd}{indent}{Unit}{string.Join($",{LineEnd}{indent}{Unit}", parts)}{LineEnd}{indent}{close}",
    };
}
