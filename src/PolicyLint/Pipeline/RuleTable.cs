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
    private readonly RuleSelection?[] _byType = new RuleSelection[(int)PolicyType.VpcEndpoint + 1];

    public RuleTable(IReadOnlyList<Rule> rules, LintOptions options, ServiceCatalog catalog)
    {
        _active = [.. rules.Where(rule => IsOn(rule.Descriptor, options))];
        _catalog = catalog;
    }

    /// <summary>The rules for a policy type. Two threads that meet a type at once may both work it out, to the same end.</summary>
    public RuleSelection For(PolicyType type) =>
        _byType[(int)type] ??= new RuleSelection(_active.Where(rule => rule.Descriptor.AppliesTo.Includes(type)), _catalog);

    private static bool IsOn(RuleDescriptor rule, LintOptions options)
    {
        if (options.Severities.TryGetValue(rule.Id, out Severity? severity) || options.Severities.TryGetValue(rule.Name, out severity))
            return severity is not null;

        return options.Profile == RuleProfile.AccessAnalyzer ? !rule.IssueCodes.IsEmpty : rule.Profile <= options.Profile;
    }
}
