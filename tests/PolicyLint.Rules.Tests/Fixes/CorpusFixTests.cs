using System.Collections.Concurrent;
using System.Text.Json;
using PolicyLint.Fixing;
using PolicyLint.Rules.Fixes;
using PolicyLint.Rules.Personas;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Fixes;

/// <summary>Fixes on thousands of real policies: they end, leave nothing to mend, and grant what they should.</summary>
public sealed class CorpusFixTests
{
    private const int Sampled = 6;

    private static readonly Lazy<PolicyDocument[]> All = new(() => [.. Documents()]);

    [Test]
    public void Safe_fixes_change_nothing_that_is_granted()
    {
        var wrong = new ConcurrentBag<string>();
        int changed = 0;
        Parallel.ForEach(All.Value, policy =>
        {
            FixResult result = PolicyFixer.Default.Fix(policy);
            if (!result.IsChanged)
                return;

            Interlocked.Increment(ref changed);
            if (RequestSamples.Difference(policy, result.Document, RequestSamples.About(Sampled, policy)) is { } difference)
                wrong.Add($"{policy.Source.Path}: {difference}");
            if (PolicyFixer.Default.Fix(result.Document).IsChanged)
                wrong.Add($"{policy.Source.Path}: not done");
        });

        string.Join('\n', wrong).Should().BeEmpty();
        changed.Should().BeGreaterThan(100);
    }

    [TestCase(null)]
    [TestCase("mlops-deployer")]
    public void Unsafe_fixes_allow_nothing_new(string? persona)
    {
        var settings = new FixSettings { Values = Mend.Values, Persona = persona is null ? null : BuiltInPersonas.Find(persona)! };
        var fixer = new PolicyFixer(PolicyLinter.Default, BuiltInFixes.With(settings), new FixOptions { Unsafe = true });
        var wrong = new ConcurrentBag<string>();
        int changed = 0;
        Parallel.ForEach(All.Value.Where(policy => policy.Type == PolicyType.Identity && Mend.Text(policy).Contains("sagemaker", StringComparison.OrdinalIgnoreCase)), policy =>
        {
            FixResult result = fixer.Fix(policy);
            if (!result.Made.Any(fix => fix.Safety == FixSafety.Unsafe))
                return;

            Interlocked.Increment(ref changed);
            if (RequestSamples.Gain(policy, result.Document, RequestSamples.About(Sampled, policy, result.Document)) is { } gain)
                wrong.Add($"{policy.Source.Path}: {gain}");
            if (fixer.Fix(result.Document).IsChanged)
                wrong.Add($"{policy.Source.Path}: not done");
        });

        string.Join('\n', wrong).Should().BeEmpty();
        changed.Should().BeGreaterThan(50);
    }

    private static IEnumerable<PolicyDocument> Documents()
    {
        foreach (string line in File.ReadLines(Repository.SharedPathOf("corpora", "access-analyzer-recorded", "policies.jsonl")))
        {
            // Of each policy the last version will do.
            JsonElement recorded = JsonElement.Parse(line);
            if (recorded.GetProperty("lastSeen").GetString() is not { } seen || string.CompareOrdinal(seen, "2026-03") < 0)
                continue;

            string name = $"{recorded.GetProperty("name")}@{recorded.GetProperty("firstSeen")}";
            yield return PolicyDocument.Parse(SourceText.From(recorded.GetProperty("document").GetRawText(), name), PolicyType.Identity);
        }

        foreach (string folder in new[] { "sagemaker-policies", "identity-policies", "resource-policies" })
        {
            foreach (string path in Directory.EnumerateFiles(Repository.SharedPathOf("corpora", folder), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                yield return PolicyDocument.Parse(SourceText.From(File.ReadAllBytes(path), path));
        }
    }

}
