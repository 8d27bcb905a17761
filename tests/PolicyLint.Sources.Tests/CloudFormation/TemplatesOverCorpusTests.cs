using System.Globalization;
using PolicyLint.Sources.Json;
using PolicyLint.TestKit;

namespace PolicyLint.Sources.Tests.CloudFormation;

/// <summary>All real templates: what is found is what is there, and where it says.</summary>
public sealed class TemplatesOverCorpusTests
{
    private static readonly string[] Folders = ["corpora/cloudformation", "corpora/flawed"];

    /// <summary>Why an object that looks like a policy is none that is linted. Each is worth a word, and none is silence.</summary>
    private enum Reason
    {
        Found,
        ToldAsGap,
        NoResource,
        UnreachableBranch,
        Unexplained,
    }

    [Test]
    public void Every_object_that_looks_like_a_policy_is_found_or_explained()
    {
        var counts = new SortedDictionary<Reason, int>();
        var unexplained = new List<string>();
        var broken = new List<string>();
        foreach (SourceText file in Templates())
        {
            SourceReading reading = PolicySources.Read(file, SourceKind.CloudFormation);
            List<HostedPolicy> policies = [.. reading.Policies];
            if (TreeOf(file) is not { } root)
            {
                broken.Add(reading.Problems.Should().ContainSingle($"{file.Path} is not read").Which.Message);
                continue;
            }

            HashSet<int> found = [.. policies.Select(policy => policy.Text.Origin!.Locate(new TextSpan(0, 1)).Start)];
            HashSet<int> told = [.. reading.Gaps.Select(gap => gap.Span.Start)];
            foreach (HostMapping candidate in LookLikePolicies(root))
            {
                Reason reason = Explain(candidate, root, found, told);
                counts[reason] = counts.GetValueOrDefault(reason) + 1;
                if (reason == Reason.Unexplained)
                    unexplained.Add($"{file.Path}:{file.GetPosition(candidate.Opening.Start)}");
            }
        }

        TestContext.Out.WriteLine(string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}: {count.Value}"))));
        unexplained.Should().Equal([]);
        broken.RemoveAll(message => message.Contains("another tool is to fill this file in", StringComparison.Ordinal)).Should().BeGreaterThan(50);
        broken.Should().Equal([
            "not YAML: while parsing a block mapping, did not find expected key",
            "not YAML: while parsing a block mapping, did not find expected key",
            "not YAML: while parsing a block collection, did not find expected '-' indicator",
            "not YAML: a * that starts a value is an alias; write '*' in quotes",
            "not JSON: '\"' is invalid after a value. Expected either ',', '}', or ']'",
        ]);
        counts.GetValueOrDefault(Reason.UnreachableBranch).Should().Be(3, "one template in three partitions compares an empty text with itself");
        counts[Reason.Found].Should().BeGreaterThan(5000);
    }

    [Test]
    public void Every_place_of_a_finding_cuts_out_of_the_template_what_the_finding_is_about()
    {
        var wrong = new List<string>();
        int compared = 0;
        foreach (SourceText file in Templates())
        {
            foreach (HostedPolicy policy in PolicySources.Read(file, SourceKind.CloudFormation).Policies)
            {
                HostNode document = JsonTree.Read(policy.Text, out _)!;
                foreach (Finding finding in PolicyLinter.Default.Lint(policy.Parse()).Findings)
                {
                    if (ScalarAt(document, finding.Pointers[0]) is not { } expected || ScalarIn(file, finding.Span) is not { } cut)
                        continue;

                    compared++;
                    if (cut != expected && cut != finding.Pointers[0].Split('/')[^1].Replace("~1", "/", StringComparison.Ordinal))
                        wrong.Add($"{file.Path}:{finding.Start} {finding.Rule.Id}: {cut} is not {expected}");
                }
            }
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{compared} compared"));
        wrong.Should().Equal([]);
        compared.Should().BeGreaterThan(1000);
    }

    private static IEnumerable<SourceText> Templates()
    {
        foreach (string folder in Folders)
        {
            foreach (string path in Directory.EnumerateFiles(Repository.SharedPathOf(folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                SourceText file = SourceText.From(File.ReadAllBytes(path), Path.GetRelativePath(Repository.SharedPathOf("corpora"), path));
                if (PolicySources.Detect(file) == SourceKind.CloudFormation)
                    yield return file;
            }
        }
    }

    private static HostNode? TreeOf(SourceText file) => JsonTree.Read(file, out _) ?? YamlTree.Read(file, out _);

    // The independent count: a plain walk that knows nothing of templates.
    private static IEnumerable<HostMapping> LookLikePolicies(HostNode node)
    {
        if (node is HostMapping { } policy && policy["Statement"] is { } statement && HasEffect(statement))
            return [policy];

        return node switch
        {
            HostMapping map => map.Entries.SelectMany(member => LookLikePolicies(member.Value)),
            HostSequence list => list.Values.SelectMany(LookLikePolicies),
            _ => [],
        };
    }

    private static bool HasEffect(HostNode node) => node switch
    {
        HostMapping map => map["Effect"] is not null || map.Entries.Any(member => HasEffect(member.Value)),
        HostSequence list => list.Values.Any(HasEffect),
        _ => false,
    };

    private static Reason Explain(HostMapping candidate, HostNode root, HashSet<int> found, HashSet<int> told)
    {
        // AWS::Events::EventBusPolicy has a statement beside its other properties.
        if (found.Contains(candidate.Opening.Start) || found.Contains(candidate["Statement"]!.Opening.Start))
            return Reason.Found;
        if (told.Contains(candidate.Opening.Start) || told.Contains(candidate.Span.Start) || candidate["Statement"] is { } statement && told.Contains(statement.Span.Start))
            return Reason.ToldAsGap;

        if (InIf(root, candidate, isIn: false))
            return Reason.UnreachableBranch;

        // Outputs, mappings, metadata: nothing that AWS makes a policy of.
        if (root["Resources"]?.Members.Any(resource => resource.Value["Properties"] is { } properties && Holds(properties.Span, candidate.Span)) != true)
            return Reason.NoResource;

        return Reason.Unexplained;
    }

    // The condition compares two texts that stand in the template, so that one branch is never deployed.
    private static bool InIf(HostNode node, HostNode candidate, bool isIn)
    {
        if (ReferenceEquals(node, candidate))
            return isIn;

        isIn |= node.Tag == "!If";
        return node switch
        {
            HostMapping map => map.Entries.Any(member => InIf(member.Value, candidate, isIn || member.Name == "Fn::If")),
            HostSequence list => list.Values.Any(item => InIf(item, candidate, isIn)),
            _ => false,
        };
    }

    private static bool Holds(TextSpan outer, TextSpan inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    // What the finding is about, by its pointer; null where that is no string or is not known.
    private static string? ScalarAt(HostNode document, string pointer)
    {
        HostNode? node = document;
        foreach (string step in pointer.Split('/').Skip(1))
        {
            string name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node is HostSequence list && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? list.Values.ElementAtOrDefault(index) : node?[name];
        }

        return node?.Text is { } text && !text.Contains(PolicyString.Unknown, StringComparison.Ordinal) ? text : null;
    }

    // What the bytes of a place mean; null where they are more than a scalar, or a function.
    private static string? ScalarIn(SourceText file, TextSpan span)
    {
        string cut = file.GetText(span);
        if (cut.Contains("${", StringComparison.Ordinal))
            return null;

        string unescaped = cut.StartsWith("\\\"", StringComparison.Ordinal) ? cut.Replace("\\\"", "\"", StringComparison.Ordinal) : cut;
        SourceText fragment = SourceText.From(unescaped);
        return (JsonTree.Read(fragment, out _) ?? YamlTree.Read(fragment, out _)) is HostScalar { Tag: null } scalar ? scalar.Value : null;
    }
}
