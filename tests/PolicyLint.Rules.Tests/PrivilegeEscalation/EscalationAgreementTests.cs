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

        // The list has only one half of this pair: nobody passes a role in it.
        different.Should().Equal("fn1-privesc3-multiple-policies");
    }

    [Test]
    public void No_policy_judged_clean_has_a_finding() =>
        Judged("clean").SelectMany(policy => new PolicyLinter(BuiltInRules.All.OfType<EscalationRule>()).Lint(policy).Findings)
            .Select(finding => finding.ToString()).Should().BeEmpty();

    // Some of these are errors of other rules, which speak for the same cause.
    [Test]
    public void Every_policy_judged_critical_leaves_a_grave_path_open() =>
        Judged("critical").Where(policy => !EscalationAnalysis.Find([PolicyAccess.Of(policy)]).Any(open => open.Risk >= SecuritySeverity.High))
            .Select(policy => policy.Source.Path).Should().BeEmpty();

    private static List<PolicyDocument> Judged(string verdict)
    {
        List<PolicyDocument> policies = [];
        foreach (string[] row in File.ReadLines(Repository.SharedPathOf("corpora", "sagemaker-policies", "VERDICTS.tsv")).Select(line => line.Split('\t')))
        {
            if (row[4] == verdict)
                policies.Add(PolicyDocument.Parse(SourceText.From(File.ReadAllBytes(Repository.SharedPathOf("corpora", "sagemaker-policies", row[0])), row[0])));
        }

        policies.Should().HaveCountGreaterThan(5);
        return policies;
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
