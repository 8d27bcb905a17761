using System.Globalization;
using PolicyLint.Catalog;

namespace PolicyLint.Reporting;

/// <summary>Draws what is allowed: a table of services × access levels, and SageMaker's actions by what they can be used for.</summary>
internal sealed class AccessView(HtmlWriter html, ServiceCatalog catalog)
{
    private const int MostRows = 16;

    private static readonly (AccessLevel Level, string Name)[] Levels =
    [
        (AccessLevel.List, "List"),
        (AccessLevel.Read, "Read"),
        (AccessLevel.Write, "Write"),
        (AccessLevel.PermissionsManagement, "Permissions"),
        (AccessLevel.Tagging, "Tagging"),
    ];

    private static readonly (ActionRisk Risk, string Name, string Meaning)[] Risks =
    [
        (ActionRisk.CodeExecution, "Runs code", "sets code that later runs as root or as an execution role"),
        (ActionRisk.RoleSwap, "Swaps a role", "changes the execution role of what others use"),
        (ActionRisk.PresignedUrl, "Hands out a way in", "returns a URL that opens others' work to whoever holds it"),
        (ActionRisk.Session, "Opens a session", "a shell, an application, a bearer token"),
        (ActionRisk.ResourcePolicy, "Shares", "writes a resource policy: permissions management in all but name"),
        (ActionRisk.DataAccess, "Hands out data", "records, inferences, or a search over everything"),
        (ActionRisk.TagControl, "Changes tags", "which access may be decided on"),
        (ActionRisk.ModelApproval, "Approves models", "for deployment"),
        (ActionRisk.Administration, "Administers", "opens features or launch roles for the whole account"),
        (ActionRisk.Purchase, "Buys", "commits to a payment up front"),
    ];

    /// <summary>The names of the levels, in the order of the columns.</summary>
    public static IEnumerable<string> LevelNames => Levels.Select(level => level.Name);

    /// <summary>Writes the table of services.</summary>
    public void WriteTable(AccessPicture picture, string caption)
    {
        List<ServiceRow> rows = AccessTable.Of(picture, catalog);
        if (rows.Count == 0)
        {
            html.Write($"<p class=\"quiet\">Allows nothing that the catalogue knows.</p>");
            return;
        }

        WriteRows(rows, rows[..Math.Min(MostRows, rows.Count)], caption, withTotals: rows.Count > 1);
        if (rows.Count <= MostRows)
            return;

        html.Write($"<details><summary>{SummaryPhrase.Count(rows.Count - MostRows, "more service", "more services")}</summary>");
        WriteRows(rows, rows[MostRows..], $"{caption}, continued", withTotals: false);
        html.Write($"</details>");
    }

    /// <summary>Writes SageMaker's actions by risk; nothing where none of them is allowed.</summary>
    /// <returns>Whether there was something to write.</returns>
    public bool WriteRisks(AccessPicture picture)
    {
        if (catalog.SageMaker is not { } sageMaker)
            return false;

        ILookup<ActionRisk, CatalogAction> judged = Actions(sageMaker).ToLookup(action => action.Risk);
        (ActionRisk Risk, string Name, string Meaning)[] present = [.. Risks.Where(risk => judged[risk.Risk].Any(action => picture.Allowed.Contains(action.Ordinal)))];
        if (present.Length == 0)
            return false;

        html.Write($"<dl class=\"risks\">");
        foreach (var (risk, name, meaning) in present)
        {
            CatalogAction[] allowed = [.. judged[risk].Where(action => picture.Allowed.Contains(action.Ordinal))];
            html.Write($"<div><dt>{name} <span class=\"quiet\">{meaning}</span> <span class=\"count\">{allowed.Length} of {judged[risk].Count()}</span></dt><dd>");
            foreach (CatalogAction action in allowed.OrderByDescending(action => picture.Open.Contains(action.Ordinal)))
                WriteChip(action, picture.Open.Contains(action.Ordinal));

            html.Write($"</dd></div>");
        }

        html.Write($"</dl>");
        return true;
    }

    /// <summary>Writes a mark for each level: whether something of it is allowed, and whether it is open.</summary>
    public void WriteMarks(AccessPicture picture)
    {
        LevelCount[] totals = AccessTable.Totals(AccessTable.Of(picture, catalog));
        foreach (var (level, name) in Levels)
        {
            LevelCount count = totals[(int)level];
            string state = count.Open > 0 ? "open" : count.Allowed > 0 ? "limited" : "none";
            string mark = count.Open > 0 ? "●" : count.Allowed > 0 ? "◐" : "·";
            html.Write($"<td class=\"dot {state} {Heat(level)}\"><span aria-hidden=\"true\">{mark}</span><span class=\"sr\">{name}: {state}</span></td>");
        }
    }

    private static IEnumerable<CatalogAction> Actions(CatalogService service)
    {
        foreach (CatalogAction action in service.Actions)
            yield return action;
    }

    private void WriteChip(CatalogAction action, bool isOpen)
    {
        string style = isOpen ? "chip open" : "chip";
        html.Write($"<code class=\"{style}\">{action.Name}</code>");
        html.Write($"<span class=\"sr\">{(isOpen ? "on every resource" : "limited")}</span> ");
    }

    private void WriteRows(List<ServiceRow> all, List<ServiceRow> shown, string caption, bool withTotals)
    {
        html.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\"><table class=\"matrix\"><caption>{caption}</caption><thead><tr><th scope=\"col\">Service</th>");
        foreach (string level in LevelNames)
            html.Write($"<th scope=\"col\">{level}</th>");

        html.Write($"</tr></thead><tbody>");
        foreach (ServiceRow row in shown)
            WriteRow(row);

        html.Write($"</tbody>");
        if (withTotals)
        {
            html.Write($"<tfoot>");
            WriteRow(new ServiceRow(null, "All of them", AccessTable.Totals(all)));
            html.Write($"</tfoot>");
        }

        html.Write($"</table></div>");
    }

    private void WriteRow(ServiceRow row)
    {
        html.Write($"<tr><th scope=\"row\">");
        if (row.Prefix is null)
            html.Write($"<span class=\"name\">{row.Name}</span>");
        else
            html.Write($"<code>{row.Prefix}</code> <span class=\"name\">{row.Name}</span>");

        html.Write($"</th>");
        foreach (var (level, _) in Levels)
            WriteCell(row.Levels[(int)level], level);

        html.Write($"</tr>");
    }

    private void WriteCell(LevelCount count, AccessLevel level)
    {
        if (count.All == 0)
        {
            html.Write($"<td class=\"none\"><span class=\"sr\">no actions</span></td>");
            return;
        }

        if (count.Allowed == 0)
        {
            html.Write($"<td class=\"none\"><span aria-hidden=\"true\">·</span><span class=\"sr\">none of {count.All}</span></td>");
            return;
        }

        string state = count.Open > 0 ? "open" : "limited";
        html.Write($"<td class=\"{state} {Heat(level)}\"><span aria-hidden=\"true\"><b>{count.Allowed}</b><i>/{count.All}</i></span>");
        html.Write($"<svg viewBox=\"0 0 100 5\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"5\"/>");
        html.Write($"<rect class=\"some\" width=\"{Share(count.Allowed, count.All)}\" height=\"5\"/><rect class=\"all\" width=\"{Share(count.Open, count.All)}\" height=\"5\"/></svg>");
        html.Write($"<span class=\"sr\">{count.Allowed} of {count.All}, {count.Open} of them on every resource</span></td>");
    }

    // What changes something is worse than what reads it.
    private static string Heat(AccessLevel level) => level is AccessLevel.Write or AccessLevel.PermissionsManagement ? "hot" : "warm";

    // Never invisible: one of a hundred actions is a bar too.
    private static string Share(int count, int all) =>
        count == 0 ? "0" : Math.Max(3, 100.0 * count / all).ToString("0.#", CultureInfo.InvariantCulture);
}
