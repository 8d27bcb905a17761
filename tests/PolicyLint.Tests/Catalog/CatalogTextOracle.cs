using System.Text.Json;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Catalog;

/// <summary>Reads the lines of eng/catalog with nothing of the builder, slowly: what the catalogue must say.</summary>
internal static class CatalogTextOracle
{
    public sealed record Service(string Prefix, string Name, bool Rcp, List<JsonElement> Keys, List<JsonElement> Resources, List<JsonElement> Actions);

    private static readonly Lazy<List<Service>> LazyText = new(ReadText);

    /// <summary>The services without the overlay.</summary>
    public static List<Service> Text => LazyText.Value;

    public static List<JsonElement> Overlay(string file) => Lines(Repository.PathOf("eng", "catalog", "overlay", file));

    public static List<JsonElement> GlobalKeys => Lines(Repository.PathOf("eng", "catalog", "global-keys.jsonl"));

    /// <summary>Lines of overlay/gaps.jsonl that have a member.</summary>
    public static List<JsonElement> Gaps(string member) => Overlay("gaps.jsonl").FindAll(line => line.TryGetProperty(member, out _));

    public static string Word(JsonElement line, string member) => line.GetProperty(member).GetString()!;

    public static string[] Words(JsonElement line, string member) =>
        line.TryGetProperty(member, out JsonElement list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];

    private static List<Service> ReadText()
    {
        List<Service> services = [];
        foreach (string file in Directory.GetFiles(Repository.PathOf("eng", "catalog", "services")))
        {
            List<JsonElement> lines = Lines(file);
            services.Add(new Service(
                Word(lines[0], "service"),
                Word(lines[0], "name"),
                lines[0].TryGetProperty("rcp", out _),
                lines.FindAll(line => line.TryGetProperty("key", out _)),
                lines.FindAll(line => line.TryGetProperty("resource", out _)),
                lines.FindAll(line => line.TryGetProperty("action", out _))));
        }

        return services;
    }

    private static List<JsonElement> Lines(string file) => [.. File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement)];
}
