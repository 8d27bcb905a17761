using System.Text;
using PolicyLint.Rules.PrivilegeEscalation;

namespace PolicyLint.DocGen;

/// <summary>The table of paths in docs/privilege-escalation.md, made from eng/escalation.</summary>
internal static class EscalationTable
{
    /// <summary>The page that has the table.</summary>
    public const string Page = "docs/privilege-escalation.md";

    private const string Start = "<!-- paths: written by eng/DocGen from eng/escalation, edit that -->";
    private const string End = "<!-- end of the paths -->";

    /// <summary>The page with its table renewed.</summary>
    public static string Render(string page)
    {
        int start = page.IndexOf(Start, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        return start < 0 || end < start
            ? page
            : $"{page[..start]}{Start}\n{Table()}{page[end..]}";
    }

    private static string Table()
    {
        var table = new StringBuilder();
        foreach (IGrouping<string, EscalationPath> rule in EscalationPaths.All.GroupBy(path => path.RuleId).OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            string title = RuleBook.All.Single(descriptor => descriptor.Id == rule.Key).Title;
            table.Append($"\n### [{rule.Key}](rules/{rule.Key}.md): {title}\n\n");
            table.Append("| Path | Steps | Lets the caller | At most | Closed by | Published by |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (EscalationPath path in rule)
                table.Append($"| {path.Id} | {Steps(path)} | {path.Gives} | {Most(path)} | {Closed(path)} | {string.Join(", ", path.Sources)} |\n");
        }

        return table.Append('\n').ToString();
    }

    private static string Steps(EscalationPath path) => string.Join(" + ", path.Steps.Select(Step));

    private static string Step(EscalationStep step)
    {
        string actions = string.Join(" or ", step.Actions.Select(action => $"`{action}`"));
        return step.On.IsEmpty ? actions : $"{actions} on {string.Join("/", step.On)}";
    }

    private static string Most(EscalationPath path) => path.Retired is null ? path.Most.ToName() ?? "not reported" : "retired";

    private static string Closed(EscalationPath path)
    {
        if (path.Retired is { } why)
            return why;

        string services = path.Services.IsEmpty ? "" : $" (passed to {string.Join(" or ", path.Services.Select(service => $"`{service}`"))})";
        string guards = path.Guards.IsEmpty ? "" : $"; guards: {string.Join(", ", path.Guards.Select(guard => $"`{guard}`"))}";
        return $"{path.Breaks}{services}{guards}";
    }
}
