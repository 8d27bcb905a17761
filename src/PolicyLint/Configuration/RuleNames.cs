using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PolicyLint.Rules;

namespace PolicyLint.Configuration;

/// <summary>The rules that a configuration can speak of: by id, by name, by category.</summary>
internal sealed class RuleNames
{
    private readonly List<RuleDescriptor> _all = [];
    private readonly Dictionary<string, RuleDescriptor> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="rules">The rules besides the grammar's.</param>
    public RuleNames(IEnumerable<RuleDescriptor> rules)
    {
        foreach (RuleDescriptor rule in GrammarRules.All.Concat(rules))
            TryAdd(rule, out _);
    }

    /// <summary>The names of the categories.</summary>
    public static ImmutableArray<(string Word, RuleCategory Value)> Categories { get; } =
        [.. Enum.GetValues<RuleCategory>().Select(category => (category.ToName(), category))];

    /// <summary>Every rule.</summary>
    public IReadOnlyList<RuleDescriptor> All => _all;

    /// <summary>Adds a rule; false, with the name that is taken, where another one is called so.</summary>
    public bool TryAdd(RuleDescriptor rule, [NotNullWhen(false)] out string? taken)
    {
        taken = _byName.ContainsKey(rule.Id) ? rule.Id : _byName.ContainsKey(rule.Name) ? rule.Name : null;
        if (taken is not null)
            return false;

        _all.Add(rule);
        _byName.Add(rule.Id, rule);
        _byName.Add(rule.Name, rule);
        return true;
    }

    /// <summary>The rule of an id or a name, in any case.</summary>
    public RuleDescriptor? Find(string written) => _byName.GetValueOrDefault(written);

    /// <summary>A question to put behind a message about a name that no rule has.</summary>
    public string DidYouMean(string written, bool orCategory = false) => ConfigurationProblems.DidYouMean(
        written,
        [.. _all.Select(rule => rule.Id), .. _all.Select(rule => rule.Name), .. orCategory ? Categories.Select(category => category.Word) : []]);
}
