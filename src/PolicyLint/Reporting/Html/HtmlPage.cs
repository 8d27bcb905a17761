using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace PolicyLint.Reporting;

/// <summary>
/// The frame of the page. Style and script are files of this repository, and the page's own policy names their hashes: a
/// browser runs no other script, loads nothing, and sends nothing anywhere.
/// </summary>
internal static class HtmlPage
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");
    private static readonly string Icon = Resource("icon.svg");

    public static void WriteStart(HtmlWriter html, TextWriter writer, RunSummary summary, ToolIdentity tool)
    {
        html.Write($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{HashOf(Style)}'; script-src '{HashOf(Script)}'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.Write($"<meta name=\"generator\" content=\"{tool.Name} {tool.Version}\">\n<title>PolicyLint: {SummaryPhrase.OfFindings(summary)}</title>\n");
        html.Write($"<link rel=\"icon\" href=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(Icon))}\">\n<style>");
        writer.Write(Style);
        html.Write($"</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n<header class=\"top\"><div class=\"wide\"><div class=\"brand\">");
        writer.Write(Icon);
        html.Write($"<span>PolicyLint</span></div><nav aria-label=\"Parts of the report\"><a href=\"#access\">Access</a> <a href=\"#findings\">Findings</a> <a href=\"#not-evaluated\">Not evaluated</a></nav>");
        html.Write($"<button type=\"button\" id=\"theme\" hidden>Dark</button></div></header>\n<main class=\"wide\">\n<h1>{Capital(SummaryPhrase.OfFindings(summary))}</h1>\n");
        html.Write($"<p class=\"meta\">{SummaryPhrase.OfPolicies(summary)}. {tool.Name} {tool.Version}, catalogue of <time>{tool.CatalogDateText}</time>.</p>\n");
    }

    public static void WriteEnd(HtmlWriter html, TextWriter writer)
    {
        html.Write($"</main>\n<footer class=\"wide\"><p class=\"keys\">Keys: <kbd>/</kbd> search, <kbd>j</kbd> and <kbd>k</kbd> next and previous finding, <kbd>Esc</kbd> clears the search.</p></footer>\n<script>");
        writer.Write(Script);
        html.Write($"</script>\n</body>\n</html>\n");
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"PolicyLint.Reporting.Html.{name}")
            ?? throw new InvalidDataException($"The resource {name} is missing from the assembly of PolicyLint.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
