using System.Text;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Reporting;

/// <summary>
/// Writes a run as one HTML page for people, with nothing outside of it: the findings by policy with the marked source, to be
/// filtered by severity, rule and text, and a picture of who may do what.
/// </summary>
/// <remarks>The sections of the policies are kept, as HTML, until the end: what is over them is about all of them.</remarks>
public sealed class HtmlReporter : IReporter, IDisposable
{
    private readonly Stream _stream;
    private readonly ToolIdentity _tool;
    private readonly ServiceCatalog _catalog;
    private readonly MemoryStream _sections = new();
    private readonly StreamWriter _writer;
    private readonly PolicyView _policies;
    private readonly HtmlOverview _overview;

    /// <summary>Makes a reporter.</summary>
    /// <param name="stream">Gets the page; it stays open.</param>
    /// <param name="tool">Who reports.</param>
    /// <param name="catalog">Knows the actions that are allowed; null for the built-in catalogue.</param>
    public HtmlReporter(Stream stream, ToolIdentity tool, ServiceCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tool);
        _stream = stream;
        _tool = tool;
        _catalog = catalog ?? ServiceCatalog.Default;
        _writer = WriterOn(_sections);
        _policies = new PolicyView(new HtmlWriter(_writer), _catalog);
        _overview = new HtmlOverview(_catalog);
    }

    /// <inheritdoc/>
    public void Report(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        PolicyAccess policy = PolicyAccess.Of(result.Document, _catalog);
        AccessPicture picture = AccessPicture.Of(policy);
        int firstFinding = _overview.FindingCount + 1;
        int number = _overview.Add(result, picture);
        _policies.Write(result, policy, picture, number, firstFinding);
    }

    /// <inheritdoc/>
    public void Report(NotEvaluated part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _overview.Add(part);
    }

    /// <inheritdoc/>
    public void Report(InputFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        _overview.Add(failure);
    }

    /// <inheritdoc/>
    public void Finish(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _writer.Flush();
        using StreamWriter writer = WriterOn(_stream);
        var html = new HtmlWriter(writer);
        HtmlPage.WriteStart(html, writer, summary, _tool);
        _overview.WriteAccess(html);
        _overview.WriteFilter(html, summary);
        writer.Flush();
        _sections.WriteTo(_stream);
        _overview.WriteEnd(html);
        HtmlPage.WriteEnd(html, writer);
        writer.Flush();
    }

    /// <summary>Frees what the page was kept in.</summary>
    public void Dispose() => _writer.Dispose();

    private static StreamWriter WriterOn(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
}
