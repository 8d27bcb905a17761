using PolicyLint.Rules;

namespace PolicyLint.DocGen;

/// <summary>
/// docs/rules/rules.shipped.txt: what users' configurations and baselines rely on, one rule a line, so that a changed id,
/// name or severity shows in a review.
/// </summary>
public static class ShippedRules
{
    private const string Header = "# id|name|category|severity|securitySeverity|profile\n";

    /// <summary>The line of a rule.</summary>
    public static string Line(RuleDescriptor rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return string.Join('|', rule.Id, rule.Name, rule.Category, rule.DefaultSeverity.ToName(), rule.SecuritySeverity.ToName() ?? "none", rule.Profile.ToName());
    }

    /// <summary>The whole file.</summary>
    public static string Render(IEnumerable<string> lines) =>
        Header + string.Concat(lines.Order(StringComparer.Ordinal).Select(line => $"{line}\n"));

    /// <summary>The lines of a file, without its comments.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#');
    }
}
