using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint.Reporting;

/// <summary>What the page says of all policies together: access, the filter, what was not checked.</summary>
internal sealed class HtmlOverview(ServiceCatalog catalog)
{
    private const int MostOpenPolicies = 30;

    private static readonly Severity[] GravestFirst = [Severity.Error, Severity.Warning, Severity.Suggestion];

    private readonly List<PolicyLine> _policies = [];
    private readonly SortedDictionary<string, string> _rules = new(StringComparer.Ordinal);
    private readonly List<(string File, int Line, string? Policy, string Reason)> _notEvaluated = [];
    private readonly List<InputFailure> _failures = [];
    private AccessPicture _granted = AccessPicture.Empty;

    /// <summary>How many findings there are so far.</summary>
    public int FindingCount { get; private set; }

    /// <summary>Takes a result in, and gives the policy its number.</summary>
    public int Add(LintResult result, AccessPicture picture)
    {
        PolicyDocument document = result.Document;
        FindingCount += result.Findings.Length;
        foreach (RuleDescriptor rule in result.Findings.Select(finding => finding.Rule))
            _rules[rule.Id] = rule.Name;

        foreach (NotEvaluated part in result.NotEvaluated)
            Add(part);

        if (PolicyTypes.Grants.Includes(document.Type))
            _granted = _granted.Union(picture);

        _policies.Add(new PolicyLine(
            document.Source.Path ?? ReportedPath.OfNameless,
            document.Source.Origin?.Address,
            document.Type,
            [.. GravestFirst.Select(severity => result.Findings.Count(finding => finding.Severity == severity))],
            picture));
        return _policies.Count;
    }

    public void Add(NotEvaluated part) =>
        _notEvaluated.Add((part.Source.Path ?? ReportedPath.OfNameless, part.Source.GetPosition(part.Span.Start).Line, part.Policy, part.Reason));

    public void Add(InputFailure failure) => _failures.Add(failure);

    /// <summary>Writes what went wrong, and who may do what.</summary>
    public void WriteAccess(HtmlWriter html)
    {
        if (_failures.Count > 0)
        {
            html.Write($"<section class=\"alarm\" aria-label=\"Not checked\"><b>Not checked</b><ul>");
            foreach (InputFailure failure in _failures)
                html.Write($"<li><code>{failure.Path ?? ReportedPath.OfNameless}</code>: {failure.Reason}</li>");

            html.Write($"</ul></section>\n");
        }

        var access = new AccessView(html, catalog);
        html.Write($"<section id=\"access\" aria-labelledby=\"access-h\"><h2 id=\"access-h\">Who may do what</h2>");
        WriteLegend(html);
        html.Write($"<div class=\"pictures\"><div class=\"stack\"><div class=\"card\">");
        access.WriteTable(_granted, "All policies that grant, together");
        html.Write($"</div>");
        WritePolicies(html, access);
        html.Write($"</div><div class=\"card\"><h3 class=\"small\">SageMaker, by what an action can be used for</h3>");
        if (!access.WriteRisks(_granted))
            html.Write($"<p class=\"quiet\">No policy allows a SageMaker action that can do more than its access level says.</p>");

        html.Write($"</div></div></section>\n");
    }

    /// <summary>Writes the start of the findings: the filter.</summary>
    public void WriteFilter(HtmlWriter html, RunSummary summary)
    {
        html.Write($"<section id=\"findings\" tabindex=\"-1\" aria-labelledby=\"findings-h\"><h2 id=\"findings-h\">Findings</h2>\n<form class=\"filter\" role=\"search\" aria-label=\"Filter the findings\" hidden><label>Search <input type=\"search\" id=\"text\" autocomplete=\"off\" spellcheck=\"false\" placeholder=\"text, file, action\"></label><fieldset><legend class=\"sr\">Severity</legend>");
        WriteSeverity(html, "error", "Errors", summary.Errors);
        WriteSeverity(html, "warning", "Warnings", summary.Warnings);
        WriteSeverity(html, "suggestion", "Suggestions", summary.Suggestions);
        html.Write($"</fieldset><label>Rule <select id=\"rule\"><option value=\"\">All rules</option>");
        foreach (var (id, name) in _rules)
            html.Write($"<option value=\"{id}\">{id} {name}</option>");

        html.Write($"</select></label><p id=\"shown\" role=\"status\" data-total=\"{FindingCount}\"></p></form>\n");
    }

    /// <summary>Writes the end of the findings, and what could not be judged.</summary>
    public void WriteEnd(HtmlWriter html)
    {
        html.Write($"<p id=\"nothing\" class=\"quiet\" hidden>Nothing matches.</p></section>\n<section id=\"not-evaluated\" aria-labelledby=\"not-evaluated-h\"><h2 id=\"not-evaluated-h\">Not evaluated</h2>");
        if (_notEvaluated.Count == 0)
        {
            html.Write($"<p class=\"quiet\">Everything was judged.</p></section>\n");
            return;
        }

        html.Write($"<p class=\"quiet\">Where nothing could be judged, that there is no finding means nothing.</p><ul class=\"parts\">");
        foreach (var (file, line, policy, reason) in _notEvaluated)
        {
            html.Write($"<li><code>{file}</code> line {line}");
            if (policy is not null)
                html.Write($", <code>{policy}</code>");

            html.Write($": ");
            html.WriteMessage(reason);
            html.Write($"</li>");
        }

        html.Write($"</ul></section>\n");
    }

    private static void WriteSeverity(HtmlWriter html, string severity, string label, int count) =>
        html.Write($"<label class=\"pick {severity}\"><input type=\"checkbox\" name=\"severity\" value=\"{severity}\" checked><span>{label} <b>{count}</b></span></label>");

    private static void WriteLegend(HtmlWriter html) =>
        html.Write($"<p class=\"legend\"><span class=\"key warm\">●</span><span class=\"key hot\">●</span> open: on every resource, without a condition; red where it changes something <span class=\"key limited\">◐</span> limited: to some resources, principals or requests <span class=\"key none\">·</span> not allowed</p>");

    private void WritePolicies(HtmlWriter html, AccessView access)
    {
        if (_policies.Count == 0)
            return;

        html.Write($"<details class=\"fold card\"");
        if (_policies.Count <= MostOpenPolicies)
            html.Write($" open");

        html.Write($"><summary>{SummaryPhrase.Count(_policies.Count, "policy", "policies")}</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Policies\"><table class=\"index\"><thead><tr><th scope=\"col\">Policy</th><th scope=\"col\">Findings</th>");
        foreach (string level in AccessView.LevelNames)
            html.Write($"<th scope=\"col\">{level}</th>");

        html.Write($"</tr></thead><tbody>");
        for (int i = 0; i < _policies.Count; i++)
        {
            PolicyLine policy = _policies[i];
            html.Write($"<tr><th scope=\"row\"><a href=\"#p{i + 1}\">{policy.Address ?? policy.File}</a> <span class=\"type\">{policy.Type.ToName()}</span></th><td class=\"counts\">");
            WriteCounts(html, policy.Counts);
            html.Write($"</td>");
            access.WriteMarks(policy.Picture);
            html.Write($"</tr>");
        }

        html.Write($"</tbody></table></div></details>");
    }

    private static void WriteCounts(HtmlWriter html, int[] counts)
    {
        foreach (var (severity, count) in GravestFirst.Select(severity => severity.ToName()).Zip(counts))
        {
            if (count > 0)
                html.Write($"<span class=\"badge {severity}\">{count}<span class=\"sr\"> {(count == 1 ? severity : severity + "s")}</span></span> ");
        }

        if (counts.Sum() == 0)
            html.Write($"<span class=\"clean\">clean</span>");
    }

    private sealed record PolicyLine(string File, string? Address, PolicyType Type, int[] Counts, AccessPicture Picture);
}
