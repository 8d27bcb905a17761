using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyLint.CatalogBuilder;

/// <summary>One line of the text: a JSON object whose members are taken out one by one, so that none can be left over.</summary>
public sealed class TextLine
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _file;
    private readonly int _number;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    private TextLine(string file, int number, string text)
    {
        _file = file;
        _number = number;
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            foreach (JsonProperty member in json.RootElement.EnumerateObject())
            {
                if (!_members.TryAdd(member.Name, member.Value.Clone()))
                    throw Error($"\"{member.Name}\" is there twice");
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw Error("this is not a JSON object");
        }
    }

    /// <summary>The lines of a file. After each was handled, members that nobody took are an error.</summary>
    public static IEnumerable<TextLine> ReadAll(string file) => ReadAll(file, File.ReadLines(file));

    /// <summary>The lines of a text that has the name of a file.</summary>
    public static IEnumerable<TextLine> ReadAll(string file, IEnumerable<string> lines)
    {
        int number = 0;
        foreach (string text in lines)
        {
            var line = new TextLine(file, ++number, text);
            yield return line;
            if (line._members.Count > 0)
                throw line.Error($"unknown word \"{line._members.Keys.First()}\"");
        }
    }

    public static string Write(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, WriterOptions))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public CatalogSourceException Error(string problem) => new(_file, _number, problem);

    /// <summary>Takes what is left, for a line that is not used.</summary>
    public void Drop() => _members.Clear();

    public bool Has(string name) => _members.ContainsKey(name);

    public string Take(string name) => TakeOrNull(name) ?? throw Error($"\"{name}\" is missing");

    public string? TakeOrNull(string name) =>
        !_members.Remove(name, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Error($"\"{name}\" must be a text");

    public bool TakeFlag(string name) =>
        _members.Remove(name, out JsonElement value)
        && (value.ValueKind == JsonValueKind.True ? true : throw Error($"\"{name}\" can only be true"));

    public List<string> TakeList(string name) => _members.Remove(name, out JsonElement value) ? ListOf(name, value) : [];

    public Dictionary<string, List<string>> TakeLists(string name)
    {
        if (!_members.Remove(name, out JsonElement value))
            return [];

        if (value.ValueKind != JsonValueKind.Object)
            throw Error($"\"{name}\" must be an object of lists");

        return value.EnumerateObject().ToDictionary(member => member.Name, member => ListOf(name, member.Value), StringComparer.Ordinal);
    }

    private List<string> ListOf(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            throw Error($"\"{name}\" must be a list of texts");

        return [.. value.EnumerateArray().Select(item => item.GetString()!)];
    }
}
