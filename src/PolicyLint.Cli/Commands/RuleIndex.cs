using System.CommandLine.Parsing;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Commands;

/// <summary>Every rule by id and name, those of the grammar and the engine among them.</summary>
internal static class RuleIndex
{
    /// <summary>The rules in the order of their ids.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
        [.. GrammarRules.All, .. BuiltInRules.All.Select(rule => rule.Descriptor)];

    /// <summary>Reads rules from the command line; says what is near to one that is not known.</summary>
    public static RuleDescriptor[] Parse(ArgumentResult result)
    {
        var rules = new List<RuleDescriptor>();
        foreach (Token token in result.Tokens)
        {
            if (Find(token.Value) is { } rule)
                rules.Add(rule);
            else
                result.AddError($"no rule is called '{token.Value}'{Spelling.DidYouMean(token.Value, Words())} (policylint rules lists them)");
        }

        return [.. rules];
    }

    private static RuleDescriptor? Find(string written) => All.FirstOrDefault(rule =>
        rule.Id.Equals(written, StringComparison.OrdinalIgnoreCase) || rule.Name.Equals(written, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Words() => All.Select(rule => rule.Id).Concat(All.Select(rule => rule.Name));
}
