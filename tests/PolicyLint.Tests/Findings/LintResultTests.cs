using PolicyLint.Rules;
using PolicyLint.Tests.Pipeline;

namespace PolicyLint.Tests.Findings;

public sealed class LintResultTests
{
    private static readonly Rule[] OneOfEach =
    [
        OnPolicy("XX0001", Severity.Error),
        OnPolicy("XX0002", Severity.Warning),
        OnPolicy("XX0003", Severity.Suggestion),
    ];

    private static MadePolicyRule OnPolicy(string id, Severity severity) =>
        new(Made.Descriptor(id, severity: severity), (policy, context) => context.Report(policy.Document, "odd"));

    [Test]
    public void Findings_are_told_apart_by_severity()
    {
        LintResult result = Made.Lint(OneOfEach);

        result.Errors.Select(finding => finding.Rule.Id).Should().Equal("XX0001");
        result.Warnings.Select(finding => finding.Rule.Id).Should().Equal("XX0002");
        result.Suggestions.Select(finding => finding.Rule.Id).Should().Equal("XX0003");
    }

    [TestCase(Severity.Error, new[] { false, true, true, true })]
    [TestCase(Severity.Warning, new[] { false, false, true, true })]
    [TestCase(Severity.Suggestion, new[] { false, false, false, true })]
    public void Clean_means_that_nothing_weighs_the_threshold_or_more(Severity threshold, bool[] expected)
    {
        LintResult[] results = [Made.Lint(OneOfEach[0]), Made.Lint(OneOfEach[1]), Made.Lint(OneOfEach[2]), Made.Lint()];

        results.Select(result => result.IsClean(threshold)).Should().Equal(expected);
    }

    [Test]
    public void A_warning_is_not_clean_unless_one_says_so() => Made.Lint(OneOfEach[1]).IsClean().Should().BeFalse();

    [Test]
    public void As_text_it_is_its_findings_one_a_line() =>
        Made.Lint(OneOfEach).ToString().Should().Be("""
            policy:1:1 error XX0001 rule-XX0001: odd
            policy:1:1 warning XX0002 rule-XX0002: odd
            policy:1:1 suggestion XX0003 rule-XX0003: odd
            """);

    [Test]
    public void As_text_no_findings_are_no_findings() => Made.Lint().ToString().Should().Be("No findings");
}
