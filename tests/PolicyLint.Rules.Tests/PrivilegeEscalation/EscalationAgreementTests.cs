using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyLint.Analysis;
using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

/// <summary>Held against the cases of others. What differs stands in docs/privilege-escalation.md with its reason.</summary>
public sealed partial class EscalationAgreementTests
{
    [Test]
    public void Every_case_of_pathfinding_cloud_is_found_under_its_own_name()
    {
        Dictionary<string, HashSet<string>> known = EscalationPaths.All
            .SelectMany(path => path.Sources, (path, source) => (path.Id, source))
            .Where(pair => pair.source.StartsWith("pathfinding.cloud ", StringComparison.Ordinal))
            .SelectMany(pair => Names(pair.source["pathfinding.cloud ".Length..]), (pair, name) => (pair.Id, name))
            .GroupBy(pair => pair.name, pair => pair.Id)
            .ToDictionary(group => group.Key, group => group.ToHashSet());

        List<string> missed = [];
        int count = 0;
        foreach (JsonElement @case in Cases("pathfinding.json"))
        {
            string name = @case.GetProperty("expected")[0].GetProperty("id").GetString()!;
            IEnumerable<string> found = Find(@case).Where(open => open.Risk != SecuritySeverity.None).Select(open => open.Path.Id);
            if (!known.TryGetValue(name, out HashSet<string>? paths) || !paths.Overlaps(found))
                missed.Add(name);

            count++;
        }

        count.Should().BeGreaterThan(30);
        missed.Should().BeEmpty();
    }

    [Test]
    public void The_cases_of_iam_vulnerable_are_told_apart()
    {
        // Documents of one label are those of one principal.
        var principals = Cases("iam-vulnerable.json").GroupBy(@case => @case.GetProperty("label").GetString()!).ToList();
        principals.Should().HaveCountGreaterThan(20);

        List<string> different = [];
        foreach (IGrouping<string, JsonElement> documents in principals)
        {
            bool theirs = documents.Any(@case => @case.GetProperty("expected").GetArrayLength() > 0);
            bool ours = Find([.. documents]).Any(open => open.Risk >= SecuritySeverity.Medium);
            if (theirs != ours)
                different.Add(documents.Key);
        }

        different.Should().BeEmpty();
    }

    [Test]
    public void A_clean_verdict_has_no_finding_and_a_critical_one_about_escalation_has()
    {
        Dictionary<string, string> verdicts = File.ReadLines(Repository.SharedPathOf("corpora", "sagemaker-policies", "VERDICTS.tsv"))
            .Skip(1).Select(line => line.Split('\t')).ToDictionary(row => row[0], row => row[4]);
        verdicts.Should().HaveCountGreaterThan(100);

        Lint(verdicts, "clean").Where(policy => policy.Found.Any()).Select(policy => policy.ToString()).Should().BeEmpty();
        Lint(verdicts, "critical").Where(policy => !policy.Found.Any()).Select(policy => policy.Name).Should().BeEmpty();
    }

    private static IEnumerable<(string Name, IEnumerable<string> Found)> Lint(Dictionary<string, string> verdicts, string verdict)
    {
        foreach (string name in verdicts.Where(row => row.Value == verdict).Select(row => row.Key))
        {
            byte[] json = File.ReadAllBytes(Repository.SharedPathOf("corpora", "sagemaker-policies", name));
            LintResult result = PolicyLinter.Default.Lint(PolicyDocument.Parse(SourceText.From(json, name)));
            yield return (name, result.Findings.Where(finding => finding.Rule.Category == RuleCategory.PrivilegeEscalation || finding.Rule.Id == "PL1001").Select(finding => finding.Message));
        }
    }

    private static JsonElement.ArrayEnumerator Cases(string file) =>
        JsonElement.Parse(File.ReadAllText(Repository.SharedPathOf("corpora", "expect", file))).EnumerateArray();

    private static ImmutableArray<Escalation> Find(params JsonElement[] cases) =>
        EscalationAnalysis.Find(cases.Select(@case => PolicyAccess.Of(PolicyDocument.Parse(@case.GetProperty("policy").GetString()!, PolicyType.Identity))));

    // "ec2-004/005" is two.
    private static IEnumerable<string> Names(string source)
    {
        Match match = Name().Match(source);
        return match.Groups["number"].Value.Split('/').Select(number => $"{match.Groups["service"].Value}-{number}");
    }

    [GeneratedRegex(@"\A(?<service>[a-z0-9]+)-(?<number>[0-9/]+)\z")]
    private static partial Regex Name();
}
