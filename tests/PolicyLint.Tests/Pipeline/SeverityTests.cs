using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Pipeline;

/// <summary>What a finding weighs: the rule's own severity, what the finding states, and above both the configuration.</summary>
public sealed class SeverityTests
{
    private static readonly RuleDescriptor Wide = Made.Descriptor("XX0001", "too-wide");

    private static Severity? SeverityWith(string rule, Severity? severity) =>
        Made.Lint(Made.With((rule, severity)), Made.OnStatements(Wide)).Findings.FirstOrDefault()?.Severity;

    [TestCase("XX0001")]
    [TestCase("xx0001")]
    [TestCase("too-wide")]
    [TestCase("Too-Wide")]
    public void A_severity_is_configured_by_id_or_name_in_any_case(string rule) =>
        SeverityWith(rule, Severity.Error).Should().Be(Severity.Error);

    [TestCase("XX0001")]
    [TestCase("too-wide")]
    public void Null_switches_a_rule_off(string rule) => SeverityWith(rule, null).Should().BeNull();

    [Test]
    public void A_name_that_no_rule_has_changes_nothing() => SeverityWith("too-narrow", null).Should().Be(Severity.Warning);

    [TestCase(Severity.Error)]
    [TestCase(null)]
    public void An_id_wins_over_a_name(Severity? byId)
    {
        LintOptions options = Made.With(("XX0001", byId), ("too-wide", Severity.Suggestion));

        Made.Lint(options, Made.OnStatements(Wide)).Findings.FirstOrDefault()?.Severity.Should().Be(byId);
    }

    [Test]
    public void Names_that_differ_in_case_must_say_the_same()
    {
        var severities = ImmutableDictionary<string, Severity?>.Empty.Add("too-wide", Severity.Error).Add("Too-Wide", null);

        FluentActions.Invoking(() => new LintOptions { Severities = severities }).Should().Throw<ArgumentException>();
    }

    [Test]
    public void A_problem_of_the_grammar_is_configured_like_a_rule()
    {
        const string WithComma = """{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "*", "Resource": "*", }] }""";

        Made.Lint(WithComma, LintOptions.Default).Findings.Select(finding => (finding.Rule.Id, finding.Severity)).Should().Equal(("PL0015", Severity.Error));
        Made.Lint(WithComma, Made.With(("trailing-comma", Severity.Suggestion))).IsClean().Should().BeTrue();
        Made.Lint(WithComma, Made.With(("trailing-comma", null))).Findings.Should().BeEmpty();
    }

    [Test]
    public void What_could_not_be_read_is_never_clean()
    {
        LintOptions silent = new() { Severities = GrammarRules.All.ToImmutableDictionary(rule => rule.Id, _ => (Severity?)null) };

        foreach (string input in (string[])["", "{", "[]", "\"policy\"", """{ "Statement": [ { "Effect": """])
        {
            LintResult result = Made.Lint(input, silent, Made.OnStatements(Made.Descriptor("XX0001", severity: Severity.Suggestion)));

            result.Findings.Where(finding => finding.Rule.Id != "XX0001").Should().BeEmpty();
            result.IsClean(Severity.Error).Should().BeFalse("`{0}` is no policy", input);
        }
    }

    [TestCase(SecuritySeverity.Critical, Severity.Error)]
    [TestCase(SecuritySeverity.High, Severity.Error)]
    [TestCase(SecuritySeverity.Medium, Severity.Warning)]
    [TestCase(SecuritySeverity.Low, Severity.Warning)]
    [TestCase(SecuritySeverity.None, Severity.Suggestion)]
    public void A_severity_follows_from_the_risk_that_a_finding_states(SecuritySeverity risk, Severity expected)
    {
        var rule = new MadePolicyRule(Made.Descriptor("XX0001", severity: Severity.Error, risk: SecuritySeverity.Critical), (policy, context) => context.Report(policy.Document, "wide", risk));

        Finding finding = Made.Lint(rule).Findings.Single();
        finding.Severity.Should().Be(expected);
        finding.SecuritySeverity.Should().Be(risk);
    }

    [Test]
    public void Stating_the_rules_own_risk_changes_nothing()
    {
        var rule = new MadePolicyRule(Made.Descriptor("XX0001", severity: Severity.Suggestion, risk: SecuritySeverity.High), (policy, context) => context.Report(policy.Document, "wide", SecuritySeverity.High));

        Made.Lint(rule).Findings.Single().Severity.Should().Be(Severity.Suggestion);
    }

    [Test]
    public void A_finding_may_state_its_severity_and_the_configuration_still_wins()
    {
        var rule = new MadePolicyRule(Made.Descriptor("XX0001"), (policy, context) => context.Report(policy.Document, "odd", Severity.Suggestion));

        Made.Lint(rule).Findings.Single().Severity.Should().Be(Severity.Suggestion);
        Made.Lint(Made.With(("XX0001", Severity.Error)), rule).Findings.Single().Severity.Should().Be(Severity.Error);
    }

    [TestCase(RuleProfile.Default, new[] { "XX0001" })]
    [TestCase(RuleProfile.Hardened, new[] { "XX0001", "XX0002" })]
    public void A_hardened_rule_runs_in_the_hardened_profile_only(RuleProfile profile, string[] expected)
    {
        Rule[] rules = [Made.OnStatements("XX0001"), Made.OnStatements(Made.Descriptor("XX0002", profile: RuleProfile.Hardened))];

        Made.Lint(new LintOptions { Profile = profile }, rules).Findings.Select(finding => finding.Rule.Id).Distinct().Should().Equal(expected);
    }

    [Test]
    public void A_configured_severity_switches_a_hardened_rule_on() =>
        Made.Lint(Made.With(("XX0002", Severity.Error)), Made.OnStatements(Made.Descriptor("XX0002", profile: RuleProfile.Hardened)))
            .Findings.Select(finding => finding.Severity).Should().Equal(Severity.Error, Severity.Error);
}
