using PolicyLint.Rules;

namespace PolicyLint.Reporting;

/// <summary>Writes a finding: what, where, the marked source, what to do.</summary>
internal sealed class FindingView(HtmlWriter html)
{
    private const int MostRelated = 6;

    public void Write(Finding finding, int number)
    {
        RuleDescriptor rule = finding.Rule;
        string severity = finding.Severity.ToName();
        html.Write($"<article class=\"finding {severity}\" id=\"f{number}\" tabindex=\"-1\" aria-labelledby=\"f{number}h\" data-severity=\"{severity}\" data-rule=\"{rule.Id}\">");
        html.Write($"<h4 id=\"f{number}h\"><span class=\"badge {severity}\">{severity}</span> ");
        html.WriteLink(rule.Id, rule.HelpUri);
        html.Write($" <span class=\"rule\">{rule.Name}</span> <span class=\"place\">line {finding.Start.Line}, column {finding.Start.Column}</span></h4><p class=\"message\">");
        html.WriteMessage(finding.Message);
        html.Write($"</p>");
        new SourceView(html, finding.Source).WriteExcerpt([new(finding.Span, severity), .. finding.Related.Take(MostRelated).Select(place => new SourceMark(place.Span, "related"))]);
        WriteRelated(finding);
        WriteConfirmation(finding);
        html.Write($"<p class=\"do\"><b>Do</b> ");
        html.WriteMessage(rule.Remedy);
        html.Write($"</p></article>");
    }

    private void WriteRelated(Finding finding)
    {
        if (finding.Related.IsEmpty)
            return;

        html.Write($"<ul class=\"also\">");
        foreach (RelatedPlace place in finding.Related.Take(MostRelated))
            html.Write($"<li>line {finding.Source.GetPosition(place.Span.Start).Line}: {place.Note}</li>");
        if (finding.Related.Length > MostRelated)
            html.Write($"<li>and {finding.Related.Length - MostRelated} more places</li>");

        html.Write($"</ul>");
    }

    private void WriteConfirmation(Finding finding)
    {
        if (finding.Confirmation == Confirmation.NotChecked)
            return;

        html.Write($"<p class=\"quiet\">Access Analyzer: {finding.Confirmation.ToName()}");
        if (finding.ConfirmationReason is { } reason)
            html.Write($", {reason}");

        html.Write($"</p>");
    }
}
