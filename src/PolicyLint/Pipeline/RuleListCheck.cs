using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>What must be true of the rules of one linter, whoever wrote them.</summary>
internal static class RuleListCheck
{
    /// <summary>Throws where a rule is missing, an id or name is taken, or rules supersede each other.</summary>
    /// <exception cref="ArgumentException">With the rules that are in each other's way.</exception>
    public static void Demand(IReadOnlyList<Rule> rules, string parameter)
    {
        RejectMissing(rules, parameter);
        RejectDuplicates(rules, parameter);
        RejectCircles(rules, parameter);
    }

    /// <summary>Throws where a pack of somebody else's takes ids that are not its own.</summary>
    /// <exception cref="ArgumentException">With the id or prefix that it may not take.</exception>
    public static void Demand(IRulePack pack, string parameter)
    {
        if (!IsPrefix(pack.IdPrefix))
            throw new ArgumentException($"The prefix of a rule pack is one or more of the letters A to Z, not \"{pack.IdPrefix}\".", parameter);

        if (pack.IdPrefix == RuleDescriptor.OwnPrefix)
            throw new ArgumentException($"The prefix {RuleDescriptor.OwnPrefix} belongs to the rules of PolicyLint. Choose another one for the pack.", parameter);

        RejectMissing(pack.Rules, parameter);
        foreach (Rule rule in pack.Rules)
        {
            if (!RuleDescriptor.IsIdWithPrefix(rule.Descriptor.Id, pack.IdPrefix))
                throw new ArgumentException($"The rule {rule.Descriptor} is in a pack with the prefix {pack.IdPrefix}, so its id must be {pack.IdPrefix} and four digits.", parameter);
        }
    }

    private static bool IsPrefix(string? prefix) => !string.IsNullOrEmpty(prefix) && prefix.All(char.IsAsciiLetterUpper);

    private static void RejectMissing(IReadOnlyList<Rule> rules, string parameter)
    {
        if (rules is null || rules.Any(rule => rule is null))
            throw new ArgumentException("A rule is null.", parameter);
    }

    // The engine's and the grammar's own rules are in every linter.
    private static void RejectDuplicates(IReadOnlyList<Rule> rules, string parameter)
    {
        var taken = new Dictionary<string, RuleDescriptor>(StringComparer.OrdinalIgnoreCase);
        foreach (RuleDescriptor rule in GrammarRules.All.Concat(rules.Select(rule => rule.Descriptor)))
        {
            foreach (string name in (string[])[rule.Id, rule.Name])
            {
                if (!taken.TryAdd(name, rule))
                    throw new ArgumentException($"Two rules are called {name}: {taken[name]} and {rule}.", parameter);
            }
        }
    }

    // Each would be left out for the other, and nobody would hear of it.
    private static void RejectCircles(IReadOnlyList<Rule> rules, string parameter)
    {
        Dictionary<string, RuleDescriptor> byId = rules.ToDictionary(rule => rule.Descriptor.Id, rule => rule.Descriptor, StringComparer.Ordinal);
        var done = new HashSet<RuleDescriptor>();
        foreach (Rule rule in rules)
            Follow(rule.Descriptor, []);

        void Follow(RuleDescriptor rule, HashSet<RuleDescriptor> way)
        {
            if (!way.Add(rule))
                throw new ArgumentException($"{rule} supersedes itself, by way of {string.Join(", ", way.Select(step => step.Id))}.", parameter);

            if (done.Add(rule))
            {
                foreach (string id in rule.Supersedes)
                {
                    if (byId.TryGetValue(id, out RuleDescriptor? superseded))
                        Follow(superseded, way);
                }
            }

            way.Remove(rule);
        }
    }
}
