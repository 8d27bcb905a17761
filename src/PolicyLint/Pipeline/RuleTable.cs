using System.Collections.Immutable;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Which rules to call for which policy type and effect, worked out once, so that the pass calls few of them.</summary>
internal sealed class RuleTable
{
    private readonly ImmutableArray<RuleGroup>[] _policyRules;
    private readonly ImmutableArray<RuleGroup>[] _statementRules;

    public RuleTable(IReadOnlyList<Rule> rules, LintOptions options, ServiceCatalog catalog)
    {
        List<Rule> active = [.. rules.Where(rule => IsOn(rule.Descriptor, options))];
        PolicyType[] types = Enum.GetValues<PolicyType>();
        _policyRules = new ImmutableArray<RuleGroup>[types.Length];
        _statementRules = new ImmutableArray<RuleGroup>[types.Length * 3];
        foreach (PolicyType type in types)
        {
            List<Rule> ofType = [.. active.Where(rule => rule.Descriptor.AppliesTo.Includes(type))];
            _policyRules[(int)type] = RuleGroup.Of(ofType.Where(rule => Overrides(rule, nameof(Rule.CheckPolicy))), catalog);
            foreach (Effect effect in Enum.GetValues<Effect>())
                _statementRules[Slot(type, effect)] = RuleGroup.Of(ofType.Where(rule => Overrides(rule, nameof(Rule.CheckStatement)) && LooksAt(rule, effect)), catalog);
        }
    }

    public ImmutableArray<RuleGroup> PolicyRules(PolicyType type) => _policyRules[(int)type];

    public ImmutableArray<RuleGroup> StatementRules(PolicyType type, Effect effect) => _statementRules[Slot(type, effect)];

    private static int Slot(PolicyType type, Effect effect) => ((int)type * 3) + (int)effect;

    private static bool LooksAt(Rule rule, Effect effect) => rule.Descriptor.LooksAt == Effect.None || rule.Descriptor.LooksAt == effect;

    // A delegate knows the method it will call without reflection over the type.
    private static bool Overrides(Rule rule, string hook)
    {
        Delegate bound = hook == nameof(Rule.CheckPolicy) ? rule.CheckPolicy : (Delegate)rule.CheckStatement;
        return bound.Method.DeclaringType != typeof(Rule);
    }

    private static bool IsOn(RuleDescriptor rule, LintOptions options)
    {
        if (options.Severities.TryGetValue(rule.Id, out Severity? severity) || options.Severities.TryGetValue(rule.Name, out severity))
            return severity is not null;

        return options.Profile == RuleProfile.AccessAnalyzer ? !rule.IssueCodes.IsEmpty : rule.Profile <= options.Profile;
    }
}
