using PolicyLint.Rules;

namespace PolicyLint.Tests.Pipeline;

/// <summary>A rule that throws makes the run incomplete, and nothing more.</summary>
public sealed class RuleFailureTests
{
    private static readonly RuleDescriptor Broken = Made.Descriptor("XX0009", "always-broken");

    private static readonly Rule ThrowsOnPolicy = new MadePolicyRule(Broken, (_, _) => throw new InvalidOperationException("of the rule's own"));

    private static readonly Rule ThrowsOnStatement = new MadeStatementRule(Broken, (_, _) => throw new FormatException());

    private static IEnumerable<Rule> Throwing => [ThrowsOnPolicy, ThrowsOnStatement];

    [Test]
    public void A_rule_that_throws_on_the_policy_is_a_finding_on_the_policy() =>
        Made.Lint(ThrowsOnPolicy).Findings.Select(finding => finding.ToString()).Should().Equal(
            "policy:1:1 error PL0001 rule-failed: Rule XX0009 always-broken failed with InvalidOperationException, so this policy is not fully checked");

    [Test]
    public void A_rule_that_throws_on_a_statement_is_a_finding_on_each_statement() =>
        Made.Lint(ThrowsOnStatement).Findings.Select(finding => finding.ToString()).Should().Equal(
            "policy:4:5 error PL0001 rule-failed: Rule XX0009 always-broken failed with FormatException, so this policy is not fully checked",
            "policy:5:5 error PL0001 rule-failed: Rule XX0009 always-broken failed with FormatException, so this policy is not fully checked");

    [TestCaseSource(nameof(Throwing))]
    public void The_run_is_neither_complete_nor_clean(Rule throwing)
    {
        LintResult result = Made.Lint(throwing);

        result.IsComplete.Should().BeFalse();
        result.IsClean(Severity.Error).Should().BeFalse();
    }

    [TestCaseSource(nameof(Throwing))]
    public void The_other_rules_still_run(Rule throwing) =>
        Made.Lint(Made.OnStatements("XX0001"), throwing, Made.OnStatements("XX0002")).PlacesAndIds()
            .Where(finding => !finding.EndsWith("PL0001", StringComparison.Ordinal))
            .Should().Equal("4:5 XX0001", "4:5 XX0002", "5:5 XX0001", "5:5 XX0002");

    [Test]
    public void A_rule_that_throws_on_one_statement_still_sees_the_next()
    {
        var rule = new MadeStatementRule(Broken, (statement, context) =>
        {
            if (statement.Statement.Number == 0)
                throw new FormatException();

            context.Report(statement.Statement, "seen");
        });

        Made.Lint(rule).PlacesAndIds().Should().Equal("4:5 PL0001", "5:5 XX0009");
    }

    [Test]
    public void What_a_rule_reported_before_it_threw_is_kept()
    {
        var rule = new MadePolicyRule(Broken, (policy, context) =>
        {
            context.Report(policy.Statements[1].Statement, "seen");
            throw new FormatException();
        });

        Made.Lint(rule).PlacesAndIds().Should().Equal("1:1 PL0001", "5:5 XX0009");
    }

    [Test]
    public void A_report_without_a_message_or_a_place_is_a_failure_of_the_rule()
    {
        var silent = new MadePolicyRule(Made.Descriptor("XX0001"), (policy, context) => context.Report(policy.Document, " "));
        var placeless = new MadePolicyRule(Made.Descriptor("XX0002"), (_, context) => context.Report(null!, "somewhere"));

        Made.Lint(silent, placeless).PlacesAndIds().Should().Equal("1:1 PL0001", "1:1 PL0001");
    }

    [TestCase("PL0001")]
    [TestCase("pl0001")]
    [TestCase("rule-failed")]
    public void No_configuration_hides_or_softens_it(string name)
    {
        foreach (Severity? severity in (Severity?[])[null, Severity.Suggestion])
        {
            LintResult result = Made.Lint(Made.With((name, severity)), ThrowsOnPolicy);

            result.Findings.Should().ContainSingle().Which.Severity.Should().Be(Severity.Error);
            result.IsClean(Severity.Error).Should().BeFalse();
        }
    }

    [Test]
    public void No_rule_supersedes_it()
    {
        Rule covering = new MadePolicyRule(
            Made.Descriptor("XX0001", severity: Severity.Error, risk: SecuritySeverity.Critical, supersedes: "PL0001"),
            (policy, context) => context.Report(policy.Document, "everything"));

        Made.Lint(covering, ThrowsOnPolicy).PlacesAndIds().Should().Equal("1:1 PL0001", "1:1 XX0001");
    }

    [Test]
    public void A_rule_that_is_off_cannot_fail()
    {
        LintResult result = Made.Lint(Made.With(("always-broken", null)), ThrowsOnPolicy);

        result.Findings.Should().BeEmpty();
        result.IsClean().Should().BeTrue();
    }
}
