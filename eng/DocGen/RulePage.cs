using System.Globalization;
using System.Text;
using PolicyLint.Rules;

namespace PolicyLint.DocGen;

/// <summary>A rule's page: the generated part, then Avoid and Prefer by hand.</summary>
public static class RulePage
{
    private const string Stub = """

        ## Avoid

        TODO: the pattern, as small as it can be.

        ```json avoid
        { "TODO": "a policy that the rule reports" }
        ```

        ## Prefer

        TODO: the same need met otherwise.

        ```json prefer
        { "TODO": "a policy that the rule does not report" }
        ```

        """;

    /// <summary>The page: a new one with a stub to fill in, or the one there is with its generated part renewed.</summary>
    public static string Render(RuleDescriptor rule, string? existing) =>
        existing is null ? GeneratedBlock.Of(Generated(rule)) + Stub.ReplaceLineEndings("\n") : GeneratedBlock.Put(existing, Generated(rule));

    /// <summary>What people still have to do on a page.</summary>
    public static IEnumerable<string> Complaints(string page)
    {
        string written = GeneratedBlock.After(page);
        if (written.Contains("TODO", StringComparison.Ordinal))
            yield return "is a stub: fill in its TODOs";

        PageExamples examples = PageExamples.Parse(page);
        foreach (string complaint in examples.Complaints)
            yield return complaint;
        if (examples.WhyNone is not null)
            yield break;

        if (!examples.All.Any(example => example.IsAvoid))
            yield return "shows no ```json avoid block";
        if (!examples.All.Any(example => !example.IsAvoid))
            yield return "shows no ```json prefer block";
    }

    private static string Generated(RuleDescriptor rule)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {rule.Id}: {rule.Name}\n\n{rule.Title}.\n\n| | |\n| --- | --- |\n");
        Row("Severity", rule.DefaultSeverity.ToName());
        Row("Security severity", rule.SecuritySeverity.ToName());
        Row("Category", RuleBook.TitleOf(rule.Category));
        Row("Profile", rule.Profile.ToName());
        Row("Policy types", RuleBook.NamesOf(rule.AppliesTo));
        Row("Access Analyzer", rule.IssueCodes.IsEmpty ? null : string.Join(", ", rule.IssueCodes.Select(code => $"`{code}`")));
        Row("Supersedes", rule.Supersedes.IsEmpty ? null : string.Join(", ", rule.Supersedes.Select(id => $"[{id}]({id}.md)")));
        Row("Since", rule.Since);
        Section("Why", rule.Why);
        Section("What to do", rule.Remedy);
        Section("Limits", rule.Limits);
        Section("Sources", string.Join('\n', rule.Sources.Select(source => $"- <{source}>")));
        return page.ToString();

        void Row(string name, string? value)
        {
            if (value is not null)
                page.Append(CultureInfo.InvariantCulture, $"| {name} | {value} |\n");
        }

        void Section(string heading, string? text)
        {
            if (!string.IsNullOrEmpty(text))
                page.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n{text}\n");
        }
    }
}
