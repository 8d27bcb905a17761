using System.Text.Json;

namespace PolicyLint.Cli.Input;

/// <summary>
/// What <c>cdk synth</c> writes: a folder with a manifest, a template for each stack and nested stack, and folders for stages. See
/// <see href="https://docs.aws.amazon.com/cdk/v2/guide/deploy.html">cloud assemblies</see>.
/// </summary>
internal static class CdkAssembly
{
    private const string ManifestName = "manifest.json";
    private const string TemplateEnding = ".template.json";

    // What is copied for deployment is not the author's: code of functions, other people's templates.
    private const string AssetPrefix = "asset.";

    /// <summary>Whether a file is the manifest of an assembly.</summary>
    public static bool IsManifest(string fullPath)
    {
        if (Path.GetFileName(fullPath) != ManifestName || !File.Exists(fullPath))
            return false;

        try
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(fullPath));
            return manifest.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("artifacts", out JsonElement artifacts)
                && artifacts.ValueKind == JsonValueKind.Object && root.TryGetProperty("version", out _);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            // It is then read like any other file, and what is wrong with it is said there.
            return false;
        }
    }

    /// <summary>The templates beside a manifest and below, of nested stacks and stages too.</summary>
    public static IEnumerable<FoundFile> Templates(string manifest, string fullPath)
    {
        string folder = Path.GetDirectoryName(fullPath)!;
        string display = manifest[..^ManifestName.Length];
        foreach (string template in Directory.EnumerateFiles(folder, $"*{TemplateEnding}", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, template).Replace(Path.DirectorySeparatorChar, '/');
            if (!name.Split('/').SkipLast(1).Any(part => part.StartsWith(AssetPrefix, StringComparison.Ordinal)))
                yield return new FoundFile(display + name, template);
        }
    }
}
