using System.Text.RegularExpressions;
using PolicyLint.Configuration;
using PolicyLint.Rules;
using PolicyLint.TestKit;

namespace PolicyLint.Cli.Tests;

/// <summary>docs/configuration.md: its examples do what it says.</summary>
public sealed partial class ConfigurationPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "configuration.md")).ReplaceLineEndings("\n");

    private static IEnumerable<TestCaseData> Configurations => Blocks("jsonc").Select(block => new TestCaseData(block.Text).SetArgDisplayNames($"line {block.Line}"));

    // A policy is about the configuration above it.
    private static IEnumerable<TestCaseData> Policies =>
        from policy in Blocks("json reported").Select(block => (block.Line, block.Text, IsReported: true)).Concat(Blocks("json clean").Select(block => (block.Line, block.Text, IsReported: false)))
        select new TestCaseData(Blocks("jsonc").Last(block => block.Line < policy.Line).Text, policy.Text, policy.IsReported).SetArgDisplayNames($"line {policy.Line}");

    [TestCaseSource(nameof(Configurations))]
    public void A_configuration_is_valid(string text) => Read(text).Problems.Should().BeEmpty();

    [TestCaseSource(nameof(Policies))]
    public void A_rule_reports_what_it_is_said_to(string configuration, string policy, bool isReported)
    {
        Rule rule = Read(configuration).CustomRules.Should().ContainSingle().Subject;

        LintResult result = new PolicyLinter([rule]).Lint(policy);

        result.Findings.Select(finding => finding.Rule).Should().Equal(isReported ? [rule.Descriptor] : []);
        result.NotEvaluated.Should().BeEmpty();
    }

    [Test]
    public void Every_rule_has_a_policy_that_it_reports_and_one_that_it_does_not()
    {
        int rules = Blocks("jsonc").Count(block => block.Text.Contains("customRules", StringComparison.Ordinal));

        rules.Should().BeGreaterThan(3);
        Blocks("json reported").Should().HaveCount(rules);
        Blocks("json clean").Should().HaveCount(rules);
    }

    private static LintConfiguration Read(string text) => LintConfiguration.Parse(SourceText.From(text, "docs/configuration.md"), BuiltInRules.All);

    private static List<(int Line, string Text)> Blocks(string info) =>
        [.. from Match match in Fence().Matches(Page) where match.Groups[1].Value == info select (Page[..match.Index].Count(c => c == '\n') + 1, match.Groups[2].Value)];

    [GeneratedRegex("^```([^\n]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
