using System.Collections.Immutable;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>
/// Which rules to call for which policy type and effect, worked out once, when a policy of that type is met: a pass calls few
/// rules, and a run that meets one type starts quickly.
/// </summary>
internal sealed class RuleTable
{
    private readonly List<Rule> _active;
    private readonly ServiceCatalog _catalog;
    private readonly ImmutableArray<RuleGroup>[] _policyRules = new ImmutableArray<RuleGroup>[TypeCount];
    private readonly ImmutableArray<RuleGroup>[] _statementRules = new ImmutableArray<RuleGroup>[TypeCount * EffectCount];

    public RuleTable(IReadOnlyList<Rule> rules, LintOptions options, ServiceCatalog catalog)
    {
        _active = [.. rules.Where(rule => IsOn(rule.Descriptor, options))];
        _catalog = catalog;
    }

    private static int TypeCount { get; } = Enum.GetValues<PolicyType>().Length;

    private static int EffectCount { get; } = Enum.GetValues<Effect>().Length;

    public ImmutableArray<RuleGroup> PolicyRules(PolicyType type)
    {
        ref ImmutableArray<RuleGroup> kept = ref _policyRules[(int)type];
        if (kept.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref kept, RuleGroup.Of(OfType(type).Where(rule => Overrides(rule, nameof(Rule.CheckPolicy))), _catalog));

        return kept;
    }

    public ImmutableArray<RuleGroup> StatementRules(PolicyType type, Effect effect)
    {
        ref ImmutableArray<RuleGroup> kept = ref _statementRules[((int)type * EffectCount) + (int)effect];
        if (kept.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref kept, RuleGroup.Of(OfType(type).Where(rule => Overrides(rule, nameof(Rule.CheckStatement)) && LooksAt(rule, effect)), _catalog));

        return kept;
    }

    private IEnumerable<Rule> OfType(PolicyType type) => _active.Where(rule => rule.Descriptor.AppliesTo.Includes(type));

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
