using System.CommandLine.Parsing;
using PolicyLint.AccessAnalyzer;
using PolicyLint.Cli.Configuration;
using PolicyLint.Configuration;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Commands;

/// <summary>Every rule by id and name, those of the grammar and the engine among them, and the one that stands for Access Analyzer's.</summary>
internal static class RuleIndex
{
    /// <summary>The rules in the order of their ids.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
        [.. GrammarRules.All.Append(ServiceFindingRule.Descriptor).Concat(BuiltInRules.All.Select(rule => rule.Descriptor)).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>
    /// Reads rules from the command line, also those that the configuration of a folder declares; says what is near to one that
    /// is not known.
    /// </summary>
    public static RuleDescriptor[] Parse(ArgumentResult result, string folder)
    {
        var rules = new List<RuleDescriptor>();
        IReadOnlyList<RuleDescriptor>? declared = null;
        foreach (Token token in result.Tokens)
        {
            if ((Find(token.Value, All) ?? Find(token.Value, declared ??= DeclaredIn(folder))) is { } rule)
                rules.Add(rule);
            else
                result.AddError($"no rule is called '{token.Value}'{Spelling.DidYouMean(token.Value, Words(declared!))} (policylint rules lists them)");
        }

        return [.. rules];
    }

    /// <summary>What may be written for a rule: ids, then names.</summary>
    public static IEnumerable<string> BuiltInWords => Words([]);

    private static RuleDescriptor? Find(string written, IReadOnlyList<RuleDescriptor> rules) => rules.FirstOrDefault(rule =>
        rule.Id.Equals(written, StringComparison.OrdinalIgnoreCase) || rule.Name.Equals(written, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Words(IReadOnlyList<RuleDescriptor> declared)
    {
        RuleDescriptor[] all = [.. All, .. declared];
        return all.Select(rule => rule.Id).Concat(all.Select(rule => rule.Name));
    }

    // What is wrong with a configuration is said by who checks with it.
    private static IReadOnlyList<RuleDescriptor> DeclaredIn(string folder)
    {
        try
        {
            LintConfiguration configuration = ConfigurationFiles.Of(folder, file: null, isOff: false).For(Path.Combine(folder, LintConfiguration.FileName)).Settings.Configuration;
            return [.. configuration.CustomRules.Select(rule => rule.Descriptor)];
        }
        catch (ConfigurationException)
        {
            return [];
        }
    }
}
