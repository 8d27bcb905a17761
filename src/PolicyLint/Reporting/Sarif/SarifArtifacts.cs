using System.Text.Json;

namespace PolicyLint.Reporting;

/// <summary>The files of a SARIF log: each gets a URI and a number.</summary>
internal sealed class SarifArtifacts(ReportBase names)
{
    private const string Root = "%SRCROOT%";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<(string Uri, bool IsFromRoot)> _files = [];

    /// <summary>The number of a file, by the name that the caller gave it.</summary>
    public int IndexOf(string? path)
    {
        var file = UriOf(path ?? ReportedPath.OfNameless);
        if (!_numbers.TryGetValue(file.Uri, out int number))
        {
            _numbers[file.Uri] = number = _files.Count;
            _files.Add(file);
        }

        return number;
    }

    /// <summary>Writes where a file is.</summary>
    public void WriteLocation(Utf8JsonWriter json, string name, string? path)
    {
        int number = IndexOf(path);
        WriteLocation(json, name, _files[number]);
        json.WriteNumber("index", number);
        json.WriteEndObject();
    }

    /// <summary>Writes the list of the files.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        SarifTool.WriteText(json, "description", "The root of the repository.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("artifacts");
        foreach (var file in _files)
        {
            json.WriteStartObject();
            WriteLocation(json, "location", file);
            json.WriteEndObject();
            json.WriteStartArray("roles");
            json.WriteStringValue("analysisTarget");
            json.WriteEndArray();
            json.WriteString("encoding", "utf-8");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, string name, (string Uri, bool IsFromRoot) file)
    {
        json.WriteStartObject(name);
        json.WriteString("uri", file.Uri);
        if (file.IsFromRoot)
            json.WriteString("uriBaseId", Root);
    }

    // Below the root a relative reference, else file:///… or, for a name that leads out of the root, a reference without a base.
    private (string Uri, bool IsFromRoot) UriOf(string path)
    {
        if (names.FromRoot(path) is { } fromRoot)
            return (Encode(fromRoot), true);

        string name = ReportBase.Slashed(path);
        if (!ReportBase.IsAbsolute(name))
            return (Encode(name), false);

        return name.StartsWith("//", StringComparison.Ordinal)
            ? ($"file:{Encode(name)}", false)
            : name.StartsWith('/')
            ? ($"file://{Encode(name)}", false)
            : ($"file:///{name[..2]}{Encode(name[2..])}", false);
    }

    private static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
