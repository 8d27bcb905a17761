using PolicyLint.Analysis;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Pipeline;

/// <summary>Which rules are called for which documents and statements.</summary>
public sealed class DispatchTests
{
    private const string NoEffect = """{ "Version": "2012-10-17", "Statement": { "Action": "*", "Resource": "*" } }""";

    private static IEnumerable<PolicyType> Types => Enum.GetValues<PolicyType>();

    [TestCaseSource(nameof(Types))]
    public void A_rule_sees_the_policy_types_it_applies_to_and_no_others(PolicyType type)
    {
        List<PolicyType> seen = [];
        List<Rule> rules = [];
        foreach (PolicyType own in Types)
        {
            RuleDescriptor descriptor = Made.Descriptor($"XX000{(int)own}", appliesTo: (PolicyTypes)(1 << (int)own));
            rules.Add(new MadePolicyRule(descriptor, (_, _) => seen.Add(own)));
            rules.Add(new MadeStatementRule(Made.Descriptor($"XX001{(int)own}", appliesTo: descriptor.AppliesTo), (_, _) => seen.Add(own)));
        }

        new PolicyLinter(rules).Lint(Made.Policy, type);

        seen.Should().Equal(type, type, type); // the policy, and each of its two statements
    }

    [TestCase(Effect.Allow, "4:5")]
    [TestCase(Effect.Deny, "5:5")]
    [TestCase(Effect.None, "4:5 5:5")]
    public void A_rule_sees_the_statements_with_the_effect_it_looks_at(Effect effect, string places) =>
        string.Join(' ', Made.Lint(Made.OnStatements(Made.Descriptor("XX0001", looksAt: effect))).Findings.Select(finding => finding.Start))
            .Should().Be(places);

    [TestCase(Effect.Allow, 0)]
    [TestCase(Effect.Deny, 0)]
    [TestCase(Effect.None, 1)]
    public void A_statement_without_effect_is_seen_by_rules_that_look_at_all(Effect effect, int findings) =>
        Made.Lint(NoEffect, LintOptions.Default, Made.OnStatements(Made.Descriptor("XX0001", looksAt: effect))).Findings
            .Count(finding => finding.Rule.Id == "XX0001").Should().Be(findings);

    [Test]
    public void The_effect_looked_at_does_not_matter_to_a_rule_on_the_policy() =>
        Made.Lint(new MadePolicyRule(Made.Descriptor("XX0001", looksAt: Effect.Deny), (policy, context) => context.Report(policy.Document, "seen")))
            .PlacesAndIds().Should().Equal("1:1 XX0001");

    [Test]
    public void A_rule_on_the_policy_is_called_once_and_one_on_statements_for_each() =>
        Made.Lint(new OnPolicies(), Made.OnStatements("XX0002")).PlacesAndIds().Should().Equal("1:1 XX0001", "4:5 XX0002", "5:5 XX0002");

    [Test]
    public void A_check_that_a_base_class_overrides_is_called() =>
        Made.Lint(new Derived()).PlacesAndIds().Should().Equal("1:1 XX0001");

    [Test]
    public void A_rule_is_given_the_options_and_the_catalogue_of_the_linter()
    {
        var options = new LintOptions { Profile = RuleProfile.Hardened };
        LintOptions? seen = null;
        var rule = new MadePolicyRule(Made.Descriptor("XX0001"), (policy, context) => seen = ReferenceEquals(policy.Catalog, context.Catalog) ? context.Options : null);

        Made.Lint(options, rule);

        seen.Should().BeSameAs(options);
    }

    private class OnPolicies() : PolicyRule(Made.Descriptor("XX0001"))
    {
        public override void CheckPolicy(PolicyAccess policy, RuleContext context) => context.Report(policy.Document, "policy");
    }

    private sealed class Derived : OnPolicies;
}
