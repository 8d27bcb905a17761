using System.Text.Json;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>The real policies that lie beside the checkout on the makers' machines.</summary>
internal static class CorpusPolicies
{
    private static readonly string[] Folders = ["sagemaker-policies", "identity-policies", "resource-policies"];

    /// <summary>All of them, with a name to tell them by; skips the test where they are not there.</summary>
    public static IEnumerable<(string Name, PolicyDocument Policy)> All()
    {
        foreach (string line in File.ReadLines(Repository.SharedPathOf("corpora", "access-analyzer-recorded", "policies.jsonl")))
        {
            JsonElement recorded = JsonElement.Parse(line);
            string name = $"{recorded.GetProperty("name")}@{recorded.GetProperty("firstSeen")}";
            yield return (name, PolicyDocument.Parse(recorded.GetProperty("document").GetRawText(), PolicyType.Identity));
        }

        foreach (string folder in Folders)
        {
            string root = Repository.SharedPathOf("corpora", folder);
            foreach (string path in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                string name = Path.GetRelativePath(root, path).Replace('\\', '/');
                yield return ($"{folder}/{name}", PolicyDocument.Parse(SourceText.From(File.ReadAllBytes(path), path), TypeOfFolder(name.Split('/')[0])));
            }
        }
    }

    // Other folders are named for a service, or hold several types.
    private static PolicyType? TypeOfFolder(string folder) => folder switch
    {
        "scp" => PolicyType.Scp,
        "rcp" => PolicyType.Rcp,
        "trust" => PolicyType.Trust,
        "vpce" => PolicyType.VpcEndpoint,
        _ => null,
    };
}
