using System.Globalization;
using System.Text;
using PolicyLint.Rules;

namespace PolicyLint.DocGen;

/// <summary>docs/rules/README.md: every rule in a table of its category.</summary>
internal static class RuleIndex
{
    private const string Introduction = """
        # The rules

        Each rule has an id, which is never reused, and a name; both are accepted wherever a rule is named.
        A page shows what the rule reports (Avoid) and what it does not (Prefer); the tests run both.

        """;

    public static string Render(IEnumerable<RuleDescriptor> rules, string? existing) =>
        existing is null
            ? Introduction.ReplaceLineEndings("\n") + "\n" + GeneratedBlock.Of(Tables(rules))
            : GeneratedBlock.Put(existing, Tables(rules)).TrimEnd('\n') + "\n";

    private static string Tables(IEnumerable<RuleDescriptor> rules)
    {
        ILookup<RuleCategory, RuleDescriptor> byCategory = rules.ToLookup(rule => rule.Category);
        var tables = new StringBuilder();
        foreach (RuleCategory category in Enum.GetValues<RuleCategory>())
        {
            tables.Append(CultureInfo.InvariantCulture, $"## {RuleBook.PrefixOf(category)}xxx: {RuleBook.TitleOf(category)}\n\n");
            if (!byCategory[category].Any())
            {
                tables.Append("None yet.\n\n");
                continue;
            }

            tables.Append("| Rule | Name | Finds | Severity | Risk | Profile |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (RuleDescriptor rule in byCategory[category])
            {
                string risk = rule.SecuritySeverity.ToName() ?? "";
                string title = rule.Title.Replace("|", "\\|", StringComparison.Ordinal);
                tables.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Name} | {title} | {rule.DefaultSeverity.ToName()} | {risk} | {rule.Profile.ToName()} |\n");
            }

            tables.Append('\n');
        }

        return tables.ToString();
    }
}
