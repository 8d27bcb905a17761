using System.Text.Json;

namespace PolicyLint.CatalogBuilder;

/// <summary>Reads JSON of others: what is not as expected is an error with its file.</summary>
internal static class SourceJson
{
    public static JsonElement Read(string file)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.Clone();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CatalogSourceException(file, 0, "the file is missing, or cannot be read");
        }
        catch (JsonException problem)
        {
            throw new CatalogSourceException(file, (int)(problem.LineNumber ?? -1) + 1, "this is not JSON");
        }
    }

    public static string Text(string file, JsonElement json, string member) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new CatalogSourceException(file, 0, $"\"{member}\" is missing, or no text");

    /// <summary>The items of a list; none where it is not there.</summary>
    public static IEnumerable<JsonElement> Items(string file, JsonElement json, string member) =>
        json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(member, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : throw new CatalogSourceException(file, 0, $"\"{member}\" is no list");

    public static IEnumerable<string> Texts(string file, JsonElement json, string member) =>
        Items(file, json, member).Select(item => item.ValueKind == JsonValueKind.String
            ? item.GetString()!
            : throw new CatalogSourceException(file, 0, $"\"{member}\" must be a list of texts"));
}
