using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyLint.DocGen;
using PolicyLint.Rules.Tests.Kit;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>
/// A rule looks at what a policy means: however the policies of its page are written, what is to be avoided is found and what is
/// preferred is not.
/// </summary>
public sealed class RespellingTests
{
    private static IEnumerable<TestCaseData> Rules =>
        from rule in BuiltInRules.All
        where !ExamplesOf(rule).IsEmpty
        select new TestCaseData(rule).SetArgDisplayNames(rule.Descriptor.ToString());

    [TestCaseSource(nameof(Rules))]
    public void A_rule_looks_at_what_is_meant(Rule rule)
    {
        RuleDescriptor descriptor = rule.Descriptor;
        var linter = new PolicyLinter([rule], new LintOptions { Profile = descriptor.Profile == RuleProfile.AccessAnalyzer ? descriptor.Profile : RuleProfile.Hardened });
        List<string> wrong = [];
        foreach (PageExample example in ExamplesOf(rule))
        {
            foreach (Respelling respelling in Respelling.All)
            {
                string policy = respelling.Respell((JsonObject)JsonNode.Parse(example.Json, documentOptions: Lenient)!);
                if (linter.Lint(PolicyDocument.Parse(policy, example.Type)).Findings.Any(finding => finding.Rule == descriptor) != example.IsAvoid)
                    wrong.Add($"line {example.Line}, {respelling}: {(example.IsAvoid ? "not found" : "found")} in {policy}");
            }
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }

    // Some pages have none: their rules wait for an option, or for the kind of resource.
    private static ImmutableArray<PageExample> ExamplesOf(Rule rule) =>
        PageExamples.Parse(File.ReadAllText(Repository.PathOf(RuleDocs.PathOf(rule.Descriptor.Id)))).All;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
}
