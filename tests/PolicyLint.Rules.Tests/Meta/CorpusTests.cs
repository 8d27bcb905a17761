using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>
/// Every rule on thousands of real policies. The hits are written to artifacts/corpus-hits/, one file a rule, for the
/// rule's author to read: a rule is done when its hits there were read.
/// </summary>
public sealed class CorpusTests
{
    [Test]
    public void No_rule_fails_on_a_real_policy()
    {
        var linter = new PolicyLinter(BuiltInRules.All, new LintOptions { Profile = RuleProfile.Hardened });
        List<(string Name, PolicyDocument Policy)> documents = [.. CorpusPolicies.All()]; // Skips the test where there are none.
        List<(string Name, LintResult Result)> read = [.. documents.AsParallel().AsOrdered().Select(document => (document.Name, linter.Lint(document.Policy)))];

        WriteHits(read);
        IEnumerable<string> failed = read.Where(document => !document.Result.IsComplete)
            .Select(document => $"{document.Name}: {document.Result.Findings.First(finding => finding.Rule.Id == "PL0001").Message}");
        string.Join('\n', failed).Should().BeEmpty();
        read.Count.Should().BeGreaterThan(4000);
    }

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
