using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Reporting;

/// <summary>Writes the section of one policy: its findings, what it allows, its source.</summary>
internal sealed class PolicyView(HtmlWriter html, ServiceCatalog catalog)
{
    private const int MostLines = 800;
    private const int MostBytes = 64 * 1024;
    private const int MostPrincipals = 12;

    private readonly FindingView _findings = new(html);
    private readonly AccessView _access = new(html, catalog);

    /// <summary>Writes the section.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="policy">The policy as access.</param>
    /// <param name="picture">What it allows.</param>
    /// <param name="number">The number of the policy.</param>
    /// <param name="firstFinding">The number of its first finding.</param>
    public void Write(LintResult result, PolicyAccess policy, AccessPicture picture, int number, int firstFinding)
    {
        PolicyDocument document = result.Document;
        SourceText source = document.Source;
        html.Write($"<section class=\"policy\" id=\"p{number}\" aria-labelledby=\"p{number}h\"><h3 id=\"p{number}h\"><span class=\"file\">{source.Path ?? ReportedPath.OfNameless}</span>");
        if (source.Origin is { } origin)
            html.Write($" <span class=\"address\">{origin.Address}</span>");

        html.Write($" <span class=\"type\">{document.Type.ToName()}</span></h3>");
        if (!document.IsReadable)
            html.Write($"<p class=\"alarm\">Cannot be read as a policy to its end: what could not be read was not checked.</p>");
        if (!result.IsComplete)
            html.Write($"<p class=\"alarm\">The check is incomplete.</p>");
        if (result.Findings.IsEmpty)
            html.Write($"<p class=\"clean\">No findings.</p>");

        foreach (Finding finding in result.Findings)
            _findings.Write(finding, firstFinding++);

        WriteAccess(policy, picture);
        WriteSource(result);
        html.Write($"</section>");
    }

    private void WriteAccess(PolicyAccess policy, AccessPicture picture)
    {
        if (picture.Allowed.IsEmpty)
            return;

        bool isLimit = PolicyTypes.Limits.Includes(policy.Document.Type);
        html.Write($"<details class=\"fold\"><summary>{(isLimit ? "What it leaves possible" : "What it allows")}</summary>");
        WritePrincipals(policy);
        _access.WriteTable(picture, isLimit ? "A limit, not a grant: actions by service and access level" : "Actions by service and access level");
        _access.WriteRisks(picture);
        html.Write($"</details>");
    }

    private void WritePrincipals(PolicyAccess policy)
    {
        string[] principals =
        [
            .. policy.Statements.Where(statement => statement.Statement.Effect == Effect.Allow).SelectMany(statement => Names(statement.Statement)).Distinct(StringComparer.Ordinal),
        ];
        if (principals.Length == 0)
            return;

        html.Write($"<p class=\"who\"><b>Who</b> ");
        foreach (string principal in principals.Take(MostPrincipals))
            html.Write($"<code class=\"chip\">{principal}</code> ");
        if (principals.Length > MostPrincipals)
            html.Write($"and {principals.Length - MostPrincipals} more");

        html.Write($"</p>");
    }

    private static IEnumerable<string> Names(Statement statement)
    {
        if (statement.NotPrincipal is not null)
            return ["everybody but those of NotPrincipal"];

        return statement.Principal is not { } principal ? []
            : principal.Text is { } text ? [text.Value]
            : principal.Entries.SelectMany(entry => entry.Values.Select(value => $"{entry.Name}: {value.Value}"));
    }

    private void WriteSource(LintResult result)
    {
        SourceText source = result.Document.Source;
        if (source.Origin is not null || source.LineCount > MostLines || source.Bytes.Length > MostBytes)
            return;

        html.Write($"<details class=\"fold\"><summary>Source</summary>");
        new SourceView(html, source).WriteAll([.. result.Findings.OrderByDescending(finding => finding.Severity).Select(finding => new SourceMark(finding.Span, finding.Severity.ToName()))]);
        html.Write($"</details>");
    }
}
