using System.Text.RegularExpressions;

namespace PolicyLint.NewRule;

/// <summary>The list of rules in BuiltInRules.cs: one line a rule, <c>new ClassName(), // PLnnnn</c>, by id.</summary>
internal static partial class RuleList
{
    /// <summary>The source with a rule's line in its place, and the using of its folder's namespace.</summary>
    public static string Insert(string source, NewRuleRequest rule)
    {
        List<string> lines = [.. source.ReplaceLineEndings("\n").Split('\n')];
        int end = lines.IndexOf("    ];");
        int place = lines.FindIndex(line => RuleLine().Match(line) is { Success: true } match && string.CompareOrdinal(match.Groups["id"].Value, rule.Id) > 0);
        lines.Insert(place < 0 ? end : place, $"        new {rule.ClassName}(), // {rule.Id}");

        string import = $"using PolicyLint.Rules.{rule.Category};";
        if (!lines.Contains(import))
        {
            int before = lines.FindIndex(line => line.StartsWith("using PolicyLint.", StringComparison.Ordinal) && string.CompareOrdinal(line, import) > 0);
            lines.Insert(before < 0 ? lines.FindLastIndex(line => line.StartsWith("using ", StringComparison.Ordinal)) + 1 : before, import);
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^        new \w+\(\), // (?<id>PL\d{4})$")]
    private static partial Regex RuleLine();
}
