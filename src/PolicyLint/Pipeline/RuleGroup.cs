using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Rules that look at the same: whether there is anything to look at is asked once for all of them.</summary>
internal sealed class RuleGroup
{
    private readonly PolicyRule[] _ofPolicies;
    private readonly StatementRule[] _ofStatements;

    private RuleGroup(IReadOnlyList<Rule> rules)
    {
        _ofPolicies = [.. rules.OfType<PolicyRule>()];
        _ofStatements = [.. rules.OfType<StatementRule>()];
        LooksAt = rules[0].Descriptor.LooksAt;
    }

    /// <summary>The rules, where they look at whole policies; else none.</summary>
    public ReadOnlySpan<PolicyRule> OfPolicies => _ofPolicies;

    /// <summary>The rules, where they look at statements; else none.</summary>
    public ReadOnlySpan<StatementRule> OfStatements => _ofStatements;

    public bool IsOfPolicies => _ofPolicies.Length > 0;

    public Effect LooksAt { get; }

    public StatementParts Needs { get; private init; }

    /// <summary>The actions that the rules are about; null for any.</summary>
    public ActionSet? About { get; private init; }

    /// <summary>Whether two rules look at the same.</summary>
    public static bool AreAlike(Rule left, Rule right)
    {
        RuleDescriptor one = left.Descriptor;
        RuleDescriptor other = right.Descriptor;
        return left is PolicyRule == right is PolicyRule
            && one.LooksAt == other.LooksAt
            && one.Needs == other.Needs
            && one.Services.AsSpan().SequenceEqual(other.Services.AsSpan())
            && one.Actions.AsSpan().SequenceEqual(other.Actions.AsSpan());
    }

    /// <summary>The group of rules that look at the same.</summary>
    public static RuleGroup Of(IReadOnlyList<Rule> rules, ServiceCatalog catalog)
    {
        RuleDescriptor shape = rules[0].Descriptor;
        return new(rules) { Needs = shape.Needs, About = Find(shape, catalog) };
    }

    /// <summary>One group of several, which is asked about everything.</summary>
    public static RuleGroup OfAnything(IEnumerable<RuleGroup> groups) =>
        new([.. groups.SelectMany(static IEnumerable<Rule> (group) => group.IsOfPolicies ? group._ofPolicies : group._ofStatements)]);

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
