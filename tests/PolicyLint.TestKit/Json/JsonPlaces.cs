using System.Globalization;
using System.Text.Json;

namespace PolicyLint.TestKit;

/// <summary>
/// Checks a place of a finding against the JSON itself, without the parser under test: the pointer leads somewhere, and
/// the span holds what stands there.
/// </summary>
internal static class JsonPlaces
{
    /// <summary>What is wrong with the place, or null.</summary>
    /// <param name="source">The document.</param>
    /// <param name="root">The same document read by System.Text.Json; null where it is not JSON, then only the bounds are checked.</param>
    /// <param name="span">The span reported.</param>
    /// <param name="pointer">The pointer reported.</param>
    public static string? Complaint(SourceText source, JsonElement? root, TextSpan span, string pointer)
    {
        if (span.Start < 0 || span.Length < 0 || span.End > source.Bytes.Length)
            return $"the span {span} is outside the file of {source.Bytes.Length} bytes";

        if (root is null)
            return null;

        List<JsonElement> places = Resolve(root.Value, pointer);
        if (places.Count == 0)
            return $"the pointer `{pointer}` leads nowhere in the JSON";

        string text = source.GetText(span);
        bool holdsThePlace = TryRead(text) is { } written
            && (IsNameOf(pointer, written) || places.Any(place => JsonElement.DeepEquals(place, written)));
        return holdsThePlace ? null : $"the span holds `{text}`, which is neither the value nor the name at the pointer `{pointer}`";
    }

    /// <summary>The values that a pointer leads to: several where a name is repeated.</summary>
    private static List<JsonElement> Resolve(JsonElement root, string pointer)
    {
        if (pointer.Length > 0 && pointer[0] != '/')
            return [];

        List<JsonElement> places = [root];
        foreach (string step in Steps(pointer))
            places = [.. places.SelectMany(place => Children(place, step))];
        return places;
    }

    private static IEnumerable<string> Steps(string pointer) =>
        pointer.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));

    private static IEnumerable<JsonElement> Children(JsonElement place, string step) => place.ValueKind switch
    {
        JsonValueKind.Object => place.EnumerateObject().Where(member => member.Name == step).Select(member => member.Value),
        JsonValueKind.Array when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) => place.EnumerateArray().Skip(index).Take(1),
        _ => [],
    };

    private static bool IsNameOf(string pointer, JsonElement written) =>
        written.ValueKind == JsonValueKind.String && Steps(pointer).LastOrDefault() == written.GetString();

    private static JsonElement? TryRead(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
