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
        const int namesOfRule = 2;
        var taken = new Dictionary<string, RuleDescriptor>(namesOfRule * (GrammarRules.All.Length + rules.Count), StringComparer.OrdinalIgnoreCase);
        foreach (RuleDescriptor rule in GrammarRules.All)
            Take(rule);

        foreach (Rule rule in rules)
            Take(rule.Descriptor);

        void Take(RuleDescriptor rule)
        {
            TakeName(rule.Id, rule);
            TakeName(rule.Name, rule);
        }

        void TakeName(string name, RuleDescriptor rule)
        {
            if (!taken.TryAdd(name, rule))
                throw new ArgumentException($"Two rules are called {name}: {taken[name]} and {rule}.", parameter);
        }
    }

    // Each would be left out for the other, and nobody would hear of it. Few rules supersede any, and only those can be in a circle.
    private static void RejectCircles(IReadOnlyList<Rule> rules, string parameter)
    {
        var superseding = new Dictionary<string, RuleDescriptor>(StringComparer.Ordinal);
        foreach (Rule rule in rules)
        {
            if (!rule.Descriptor.Supersedes.IsEmpty)
                superseding.Add(rule.Descriptor.Id, rule.Descriptor);
        }

        var done = new HashSet<string>(StringComparer.Ordinal);
        List<string> way = [];
        foreach (RuleDescriptor rule in superseding.Values)
            Follow(rule);

        void Follow(RuleDescriptor rule)
        {
            if (way.Contains(rule.Id))
                throw new ArgumentException($"{rule} supersedes itself, by way of {string.Join(", ", way)}.", parameter);

            if (!done.Add(rule.Id))
                return;

            way.Add(rule.Id);
            foreach (string id in rule.Supersedes)
            {
                if (superseding.TryGetValue(id, out RuleDescriptor? superseded))
                    Follow(superseded);
            }

            way.RemoveAt(way.Count - 1);
        }
    }
}
