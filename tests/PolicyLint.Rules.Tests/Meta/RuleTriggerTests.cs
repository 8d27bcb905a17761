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

    private static IEnumerable<EscalationRule> EscalationRules => BuiltInRules.All.OfType<EscalationRule>();

    private static bool IsKnown(string name) =>
        name.Split(':') is [var prefix, var action] && ServiceCatalog.Default.TryGetAction(prefix, action, out _);
}
