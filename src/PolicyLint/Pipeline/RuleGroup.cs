using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Rules that look at the same: whether there is anything to look at is asked once for all of them.</summary>
internal sealed class RuleGroup
{
    private readonly Rule[] _rules;

    private RuleGroup(Rule[] rules, bool isOfPolicies, Effect looksAt)
    {
        _rules = rules;
        IsOfPolicies = isOfPolicies;
        LooksAt = looksAt;
    }

    public ReadOnlySpan<Rule> Rules => _rules;

    /// <summary>Whether <see cref="Rule.CheckPolicy"/> is to be called, and not <see cref="Rule.CheckStatement"/>.</summary>
    public bool IsOfPolicies { get; }

    public Effect LooksAt { get; }

    public StatementParts Needs { get; private init; }

    /// <summary>The actions that the rules are about; null for any.</summary>
    public ActionSet? About { get; private init; }

    /// <summary>What rules of one group have in common, as a key.</summary>
    public static (bool, Effect, StatementParts, string, string) KeyOf(RuleDescriptor rule, bool isOfPolicies) =>
        (isOfPolicies, rule.LooksAt, rule.Needs, string.Join(' ', rule.Services), string.Join(' ', rule.Actions));

    /// <summary>The group of rules that have the same key.</summary>
    public static RuleGroup Of(IEnumerable<(Rule Rule, bool IsOfPolicies)> hooks, ServiceCatalog catalog)
    {
        (Rule first, bool isOfPolicies) = hooks.First();
        return new([.. hooks.Select(static hook => hook.Rule)], isOfPolicies, first.Descriptor.LooksAt)
        {
            Needs = first.Descriptor.Needs,
            About = Find(first.Descriptor, catalog),
        };
    }

    /// <summary>One group of several, which is asked about everything.</summary>
    public static RuleGroup OfAnything(IEnumerable<RuleGroup> groups) =>
        new([.. groups.SelectMany(static group => group._rules)], groups.First().IsOfPolicies, groups.First().LooksAt);

    // What the catalogue does not have must not silence a rule.
    private static ActionSet? Find(RuleDescriptor shape, ServiceCatalog catalog)
    {
        if (shape.Services.IsEmpty && shape.Actions.IsEmpty)
            return null;

        var about = new ActionSetBuilder();
        foreach (string prefix in shape.Services)
        {
            if (!catalog.TryGetService(prefix, out CatalogService service))
                return null;

            about.Add(service.FirstOrdinal, service.EndOrdinal);
        }

        foreach (string name in shape.Actions)
        {
            int colon = name.IndexOf(':', StringComparison.Ordinal);
            if (!catalog.TryGetAction(name.AsSpan(0, Math.Max(colon, 0)), name.AsSpan(colon + 1), out CatalogAction action))
                return null;

            about.Add(action.Ordinal, action.Ordinal + 1);
        }

        return about.ToSet();
    }
}
