using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyLint.CatalogBuilder;

/// <summary>
/// The reviewed text: one JSON object a line, so that a refresh reads as a diff. <c>services/PREFIX.jsonl</c> holds a
/// service, then its condition keys, resource types and actions, each sorted; a question mark after a resource type of an
/// action means optional. Beside them <c>global-keys.jsonl</c>, <c>key-prefixes.jsonl</c> and <c>origin.json</c>.
/// </summary>
public static class CatalogText
{
    public const string ServicesFolder = "services";
    public const string GlobalKeysFile = "global-keys.jsonl";
    public const string KeyPrefixesFile = "key-prefixes.jsonl";
    public const string OriginFile = "origin.json";

    private static readonly JsonSerializerOptions OriginJson = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CatalogOrigin? ReadOrigin(string folder)
    {
        string file = Path.Combine(folder, OriginFile);
        return File.Exists(file) ? JsonSerializer.Deserialize<CatalogOrigin>(File.ReadAllText(file), OriginJson) : null;
    }

    /// <exception cref="CatalogSourceException">A line is not understood, or the counts are not those of the origin.</exception>
    public static CatalogModel Read(string folder)
    {
        CatalogOrigin origin = ReadOrigin(folder) ?? throw new CatalogSourceException(Path.Combine(folder, OriginFile), 0, "the file is missing");
        List<ServiceModel> services =
        [
            .. Directory.EnumerateFiles(Path.Combine(folder, ServicesFolder), "*.jsonl")
                .Order(StringComparer.Ordinal)
                .Select(ServiceText.Read)
                .OrderBy(service => service.Prefix, StringComparer.Ordinal),
        ];
        List<KeyModel> globalKeys = [.. TextLine.ReadAll(Path.Combine(folder, GlobalKeysFile)).Select(ServiceText.ReadKey)];
        var model = new CatalogModel
        {
            Origin = origin,
            Services = services,
            GlobalKeys = globalKeys,
            KeyPrefixes =
            [
                .. from line in TextLine.ReadAll(Path.Combine(folder, KeyPrefixesFile))
                   select (line.Take("prefix"), line.Take("service")),
            ],
        };

        CatalogCounts counts = CatalogCounts.Of(services, globalKeys.Count);
        if (counts != origin.Counts)
            throw new CatalogSourceException(Path.Combine(folder, OriginFile), 0, $"the text has {counts}, the origin says {origin.Counts}");

        return model;
    }

    public static void Write(string folder, CatalogModel model)
    {
        string services = Path.Combine(folder, ServicesFolder);
        Directory.CreateDirectory(services);
        foreach (string old in Directory.EnumerateFiles(services, "*.jsonl"))
            File.Delete(old);

        foreach (ServiceModel service in model.Services)
            WriteLines(Path.Combine(services, service.Prefix + ".jsonl"), ServiceText.Write(service));

        WriteLines(Path.Combine(folder, GlobalKeysFile), model.GlobalKeys.Select(ServiceText.WriteKey));
        WriteLines(
            Path.Combine(folder, KeyPrefixesFile),
            model.KeyPrefixes.Select(pair => TextLine.Write(json =>
            {
                json.WriteString("prefix", pair.Prefix);
                json.WriteString("service", pair.Service);
            })));
        File.WriteAllText(Path.Combine(folder, OriginFile), JsonSerializer.Serialize(model.Origin, OriginJson) + "\n");
    }

    private static void WriteLines(string file, IEnumerable<string> lines) =>
        File.WriteAllText(file, string.Concat(lines.Select(line => line + "\n")), new UTF8Encoding(false));
}
