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

    /// <summary>Whether two rules look at the same.</summary>
    public static bool AreAlike((Rule Rule, bool IsOfPolicies) left, (Rule Rule, bool IsOfPolicies) right)
    {
        RuleDescriptor one = left.Rule.Descriptor;
        RuleDescriptor other = right.Rule.Descriptor;
        return left.IsOfPolicies == right.IsOfPolicies
            && one.LooksAt == other.LooksAt
            && one.Needs == other.Needs
            && one.Services.AsSpan().SequenceEqual(other.Services.AsSpan())
            && one.Actions.AsSpan().SequenceEqual(other.Actions.AsSpan());
    }

    /// <summary>The group of rules that look at the same.</summary>
    public static RuleGroup Of(IReadOnlyList<(Rule Rule, bool IsOfPolicies)> hooks, ServiceCatalog catalog)
    {
        (Rule first, bool isOfPolicies) = hooks[0];
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
