using System.Reflection;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.PrivilegeEscalation;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>What rules say that they are about decides whether they are called: a wrong name would silence one.</summary>
public sealed class RuleTriggerTests
{
    [TestCaseSource(typeof(BuiltInRules), nameof(BuiltInRules.All))]
    public void Services_and_actions_are_in_the_catalogue(Rule rule)
    {
        rule.Descriptor.Services.Where(prefix => !ServiceCatalog.Default.TryGetService(prefix, out _)).Should().BeEmpty();
        rule.Descriptor.Actions.Where(name => !IsKnown(name)).Should().BeEmpty();
        rule.Descriptor.Actions.Should().OnlyHaveUniqueItems();
    }

    [TestCaseSource(nameof(EscalationRules))]
    public void Escalation_rules_name_what_their_paths_cannot_do_without(EscalationRule rule)
    {
        IEnumerable<string> needed =
            from path in EscalationPaths.All
            where path.RuleId == rule.Descriptor.Id
            from action in path.PassesRole ? ["iam:PassRole"] : path.Key.Actions
            where IsKnown(action)
            select action;

        rule.Descriptor.Actions.Should().BeEquivalentTo(needed.Distinct());
    }

    [Test]
    public void A_rule_finds_no_more_where_it_is_called_for_everything()
    {
        var options = new LintOptions { Profile = RuleProfile.Hardened };
        var chosen = new PolicyLinter(BuiltInRules.All, options);
        var everywhere = new PolicyLinter(BuiltInRules.All.Select(Everywhere), options);
        List<(string Name, PolicyDocument Policy)> documents = [.. CorpusPolicies.All()]; // Skips the test where there are none.

        IEnumerable<string> missed = documents.AsParallel().AsOrdered().SelectMany(document =>
            everywhere.Lint(document.Policy).Findings.Select(ToLine).Except(chosen.Lint(document.Policy).Findings.Select(ToLine)).Select(line => $"{document.Name}: {line}"));

        everywhere.Rules.Should().OnlyContain(static rule => rule.Descriptor.Actions.IsEmpty && rule.Descriptor.Services.IsEmpty && rule.Descriptor.Needs == StatementParts.None);
        string.Join('\n', missed).Should().BeEmpty();
        documents.Count.Should().BeGreaterThan(4000);
    }

    private static string ToLine(Finding finding) => $"{finding.Rule.Id} {finding.Pointers[0]} {finding.Message}";

    private static Rule Everywhere(Rule rule)
    {
        RuleDescriptor descriptor = WithoutTriggers(rule.Descriptor);
        return rule is StatementRule ofStatements ? new CalledForStatements(ofStatements, descriptor) : new CalledForPolicies((PolicyRule)rule, descriptor);
    }

    private static RuleDescriptor WithoutTriggers(RuleDescriptor descriptor)
    {
        object copy = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(descriptor, [])!;
        foreach (string trigger in Triggers)
        {
            PropertyInfo property = typeof(RuleDescriptor).GetProperty(trigger)!;
            property.SetValue(copy, property.GetValue(Plain));
        }

        return (RuleDescriptor)copy;
    }

    private static readonly string[] Triggers = [nameof(RuleDescriptor.Actions), nameof(RuleDescriptor.Services), nameof(RuleDescriptor.Needs)];

    // It has no triggers.
    private static RuleDescriptor Plain => GrammarRules.All[0];

    private sealed class CalledForStatements(StatementRule rule, RuleDescriptor descriptor) : StatementRule(descriptor)
    {
        public override void CheckStatement(StatementAccess statement, RuleContext context) => rule.CheckStatement(statement, context);
    }

    private sealed class CalledForPolicies(PolicyRule rule, RuleDescriptor descriptor) : PolicyRule(descriptor)
    {
        public override void CheckPolicy(PolicyAccess policy, RuleContext context) => rule.CheckPolicy(policy, context);
    }

    private static IEnumerable<EscalationRule> EscalationRules => BuiltInRules.All.OfType<EscalationRule>();

    private static bool IsKnown(string name) =>
        name.Split(':') is [var prefix, var action] && ServiceCatalog.Default.TryGetAction(prefix, action, out _);
}
