using PolicyLint.DocGen;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>docs/rules/: true to the descriptors, and every policy shown there does what the page says.</summary>
public sealed class RulePagesTests
{
    private static IEnumerable<TestCaseData> Avoided => Examples(isAvoid: true);

    private static IEnumerable<TestCaseData> Preferred => Examples(isAvoid: false);

    [Test]
    public void The_pages_are_there_up_to_date_and_finished() =>
        string.Join('\n', RuleDocs.Complaints(Repository.Root, RuleBook.All)).Should().BeEmpty();

    [TestCaseSource(nameof(Avoided))]
    public void A_rule_reports_what_its_page_avoids(RuleDescriptor rule, PageExample example)
    {
        LintResult result = Lint(rule, example);
        result.IsComplete.Should().BeTrue();
        result.Findings.Select(finding => finding.Rule.Id).Should().Contain(rule.Id);
    }

    [TestCaseSource(nameof(Preferred))]
    public void A_rule_does_not_report_what_its_page_prefers(RuleDescriptor rule, PageExample example)
    {
        LintResult result = Lint(rule, example);
        result.IsComplete.Should().BeTrue();
        string.Join('\n', result.Findings).Should().BeEmpty(because: "what is preferred breaks neither {0} nor the grammar", rule);
        string.Join('\n', result.NotEvaluated.Select(entry => entry.Reason)).Should().BeEmpty();
    }

    private static LintResult Lint(RuleDescriptor rule, PageExample example)
    {
        var linter = new PolicyLinter(
            BuiltInRules.All.Where(candidate => candidate.Descriptor == rule),
            new LintOptions { Profile = rule.Profile == RuleProfile.AccessAnalyzer ? rule.Profile : RuleProfile.Hardened });
        return linter.Lint(PolicyDocument.Parse(example.Json, example.Type));
    }

    private static IEnumerable<TestCaseData> Examples(bool isAvoid) =>
        from rule in RuleBook.All
        let path = Repository.PathOf(RuleDocs.PathOf(rule.Id))
        where File.Exists(path)
        from example in PageExamples.Parse(File.ReadAllText(path)).All
        where example.IsAvoid == isAvoid
        select new TestCaseData(rule, example).SetArgDisplayNames($"{rule}, line {example.Line}");
}
