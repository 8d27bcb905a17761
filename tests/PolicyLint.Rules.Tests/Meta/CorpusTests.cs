using System.Text.Json;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>
/// Every rule on thousands of real policies. The hits are written to artifacts/corpus-hits/, one file a rule, for the
/// rule's author to read: a rule is done when its hits there were read.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string[] Folders = ["sagemaker-policies", "identity-policies", "resource-policies"];

    [Test]
    public void No_rule_fails_on_a_real_policy()
    {
        var linter = new PolicyLinter(BuiltInRules.All, new LintOptions { Profile = RuleProfile.Hardened });
        List<(string Name, PolicyDocument Policy)> documents = [.. Documents()]; // Skips the test where there are none.
        List<(string Name, LintResult Result)> read = [.. documents.AsParallel().AsOrdered().Select(document => (document.Name, linter.Lint(document.Policy)))];

        WriteHits(read);
        IEnumerable<string> failed = read.Where(document => !document.Result.IsComplete)
            .Select(document => $"{document.Name}: {document.Result.Findings.First(finding => finding.Rule.Id == "PL0001").Message}");
        string.Join('\n', failed).Should().BeEmpty();
        read.Count.Should().BeGreaterThan(4000);
    }

    private static IEnumerable<(string Name, PolicyDocument Policy)> Documents()
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

    private static void WriteHits(List<(string Name, LintResult Result)> read)
    {
        string folder = Repository.PathOf("artifacts", "corpus-hits");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);

        ILookup<string, string> hits = read
            .SelectMany(document => document.Result.Findings.Select(finding =>
                (Rule: $"{finding.Rule.Id}-{finding.Rule.Name}", Line: $"{document.Name} {finding.Pointers[0]} {finding.SecuritySeverity}: {finding.Message}")))
            .ToLookup(hit => hit.Rule, hit => hit.Line);
        foreach (IGrouping<string, string> rule in hits)
            File.WriteAllLines(Path.Combine(folder, $"{rule.Key}.txt"), rule);

        File.WriteAllLines(
            Path.Combine(folder, "counts.txt"),
            hits.OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => $"{rule.Count(),7} {rule.Key}").Prepend($"{read.Count,7} policies read"));
    }
}
