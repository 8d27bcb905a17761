using System.Text.Json;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Documents;

/// <summary>
/// The text of a policy that stands in a JSON file: as an object, which is a part of the file, or in a string, with escapes.
/// </summary>
internal static class DocumentText
{
    /// <summary>A policy that is an object, or anything else that JSON has: the bytes as they stand.</summary>
    public static SourceText OfPart(SourceText file, HostNode node, string address)
    {
        var whole = new PlacedToken(new TextSpan(0, node.Span.Length), node.Span, IsVerbatim: true);
        return SourceText.From(file.Bytes.Slice(node.Span.Start, node.Span.Length), new PolicyOrigin(file, address, [whole]));
    }

    /// <summary>A policy that is the text of a string. It is not empty.</summary>
    public static SourceText OfString(SourceText file, HostScalar text, string address) => PlacedText.Of(file, text).ToPolicy(file, address);

    /// <summary>Whether there is any text: an empty string is how programs write that there is no policy.</summary>
    public static bool IsBlank(HostScalar text) => string.IsNullOrWhiteSpace(text.Value);

    /// <summary>
    /// Whether a text is, beyond doubt, a policy: an object whose Statement has an Effect. For values in places where other
    /// things may stand.
    /// </summary>
    public static bool IsPolicy(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal) || !text.Contains("Statement", StringComparison.Ordinal))
            return false;

        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty("Statement", out JsonElement statements) && statements.ValueKind switch
            {
                JsonValueKind.Object => HasEffect(statements),
                JsonValueKind.Array => statements.EnumerateArray().Any(HasEffect),
                _ => false,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second is what half of a surrogate pair in a name gives.
            return false;
        }
    }

    /// <summary>The same for an object.</summary>
    public static bool IsPolicy(HostNode node) =>
        node["Statement"] is { } statements && (HasEffect(statements) || statements.Items.Any(HasEffect));

    private static bool HasEffect(JsonElement statement) => statement.ValueKind == JsonValueKind.Object && statement.TryGetProperty("Effect", out _);

    private static bool HasEffect(HostNode statement) => statement["Effect"] is not null;
}
