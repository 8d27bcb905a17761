using System.Text;

namespace PolicyLint.CatalogBuilder;

/// <summary>The parts of <c>eng/catalog</c> that no data brings: they are in the assembly, for a catalogue that is built elsewhere.</summary>
internal static class ReviewedText
{
    public const string GlobalKeysFile = "global-keys.jsonl";
    public const string KeyPrefixesFile = "key-prefixes.jsonl";

    /// <summary>The lines of a file of the overlay.</summary>
    public static IEnumerable<TextLine> OverlayLines(string file) => Lines($"overlay/{file}");

    public static List<KeyModel> GlobalKeys() => [.. Lines(GlobalKeysFile).Select(ServiceText.ReadKey)];

    public static List<(string Prefix, string Service)> KeyPrefixes() =>
        [.. Lines(KeyPrefixesFile).Select(line => (line.Take("prefix"), line.Take("service")))];

    private static IEnumerable<TextLine> Lines(string name)
    {
        using Stream stream = typeof(ReviewedText).Assembly.GetManifestResourceStream(name)
            ?? throw new CatalogSourceException(name, 0, "it is not in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return TextLine.ReadAll(name, reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
