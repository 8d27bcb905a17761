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
    private readonly RuleSelection?[] _byType = new RuleSelection[Enum.GetValues<PolicyType>().Length];

    public RuleTable(IReadOnlyList<Rule> rules, LintOptions options, ServiceCatalog catalog)
    {
        _active = [.. rules.Where(rule => IsOn(rule.Descriptor, options))];
        _catalog = catalog;
    }

    /// <summary>The rules for a policy type. Two threads that meet a type at once may both work it out, to the same end.</summary>
    public RuleSelection For(PolicyType type) => _byType[(int)type] ??= new RuleSelection(HooksFor(type), _catalog);

    private IEnumerable<(Rule Rule, bool IsOfPolicies)> HooksFor(PolicyType type)
    {
        foreach (Rule rule in _active)
        {
            if (!rule.Descriptor.AppliesTo.Includes(type))
                continue;

            if (Overrides(rule, nameof(Rule.CheckPolicy)))
                yield return (rule, true);
            if (Overrides(rule, nameof(Rule.CheckStatement)))
                yield return (rule, false);
        }
    }

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
