using System.Text;
using System.Text.Json;
using PolicyLint.Sources.Documents;

namespace PolicyLint.Sources.Tests.Corpora;

/// <summary>
/// The oracle of the readers: everything in a JSON file that is an object, or a string that holds an object, whose Statement has an
/// Effect. It knows nothing of kinds of files.
/// </summary>
internal static class PlainWalk
{
    public static List<Found> In(byte[] file)
    {
        // One file is UTF-16, as Windows PowerShell writes it.
        string text = file is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(file, 2, file.Length - 2) : Encoding.UTF8.GetString(file);
        using JsonDocument json = JsonDocument.Parse(text.TrimStart('\uFEFF'));
        List<Found> found = [];
        Walk(json.RootElement, "", found);
        return found;
    }

    private static void Walk(JsonElement value, string path, List<Found> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when IsPolicy(value):
                found.Add(new Found(path, CanonicalPolicy.Of(Encoding.UTF8.GetBytes(value.GetRawText()))));
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                    Walk(member.Value, $"{path}/{member.Name}", found);
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                    Walk(item, $"{path}/{(IsDataSource(item) ? "data" : "#")}", found);
                break;
            case JsonValueKind.String when value.GetString()!.Contains("Statement", StringComparison.Ordinal):
                WalkString(value.GetString()!, path, found);
                break;
        }
    }

    private static void WalkString(string text, string path, List<Found> found)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text.StartsWith('%') ? Uri.UnescapeDataString(text) : text);
            Walk(json.RootElement, path, found);
        }
        catch (JsonException)
        {
            // Prose that has the word.
        }
    }

    private static bool IsDataSource(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("mode", out JsonElement mode) && mode is { ValueKind: JsonValueKind.String } && mode.ValueEquals("data");

    private static bool IsPolicy(JsonElement value) => value.TryGetProperty("Statement", out JsonElement statement) && statement.ValueKind switch
    {
        JsonValueKind.Object => statement.TryGetProperty("Effect", out _),
        JsonValueKind.Array => statement.EnumerateArray().Any(static one => one.ValueKind == JsonValueKind.Object && one.TryGetProperty("Effect", out _)),
        _ => false,
    };
}

/// <summary>A policy of the oracle.</summary>
/// <param name="Path">The way to it, with <c>#</c> for places in lists, and <c>data</c> for Terraform's data sources.</param>
/// <param name="Form">Its content, however it is written.</param>
internal sealed record Found(string Path, string Form);
