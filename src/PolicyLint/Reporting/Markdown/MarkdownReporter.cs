using System.Globalization;
using System.Text;

namespace PolicyLint.Reporting;

/// <summary>
/// Writes a summary in GitHub's Markdown, for a pull request or a job: counts, the findings by file, what was not evaluated.
/// Where it would be longer than it may be, the graver findings stay and the rest is counted.
/// </summary>
/// <remarks>Keeps no more than it may write: everything is written at the end, for the counts come first.</remarks>
public sealed class MarkdownReporter : IReporter
{
    /// <summary>The most characters that GitHub takes for a comment.</summary>
    public const int CommentLimit = 65_536;

    /// <summary>The most bytes that GitHub takes for the summary of one step of a job: 1 MiB.</summary>
    public const int StepSummaryLimit = 1024 * 1024;

    private readonly TextWriter _writer;
    private readonly ToolIdentity _tool;
    private readonly int _limit;
    private readonly MarkdownFindings _findings;
    private readonly MarkdownNotes _notes;

    /// <summary>Makes a reporter.</summary>
    /// <param name="writer">Gets the text, its lines ended with LF.</param>
    /// <param name="tool">Who reports.</param>
    /// <param name="limit">The most UTF-8 bytes to write, at least 4,096.</param>
    public MarkdownReporter(TextWriter writer, ToolIdentity tool, int limit = CommentLimit)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(tool);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 4096);
        _writer = writer;
        _tool = tool;
        _limit = limit;
        _findings = new MarkdownFindings(limit);
        _notes = new MarkdownNotes(limit / 8);
    }

    /// <inheritdoc/>
    public void Report(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (Finding finding in result.Findings)
            _findings.Add(finding);

        foreach (NotEvaluated part in result.NotEvaluated)
            _notes.Add(part);

        SourceText source = result.Document.Source;
        if (!result.Document.IsReadable)
            _notes.AddFailure(source.Path, "cannot be read as a policy");
        if (!result.IsComplete)
            _notes.AddFailure(source.Path, "the check is incomplete");
    }

    /// <inheritdoc/>
    public void Report(NotEvaluated part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _notes.Add(part);
    }

    /// <inheritdoc/>
    public void Report(InputFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        _notes.AddFailure(failure.Path, failure.Reason);
    }

    /// <inheritdoc/>
    public void Finish(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        string start = Start(summary);
        string failures = _notes.Failures();
        string notEvaluated = _notes.NotEvaluated();
        string end = End();
        int room = _limit - new[] { start, failures, notEvaluated, end }.Sum(Encoding.UTF8.GetByteCount);
        _writer.Write(start);
        _writer.Write(failures);
        _findings.Write(_writer, room);
        _writer.Write(notEvaluated);
        _writer.Write(end);
        _writer.Flush();
    }

    private static string Start(RunSummary summary)
    {
        string verdict = summary.Failed > 0 ? $"{SummaryPhrase.OfFindings(summary)}, {SummaryPhrase.Count(summary.Failed, "file", "files")} not checked" : SummaryPhrase.OfFindings(summary);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## PolicyLint: {verdict}\n\n");
        text.Append("| Policies | Errors | Warnings | Suggestions | Suppressed | Not evaluated |\n");
        text.Append("| ---: | ---: | ---: | ---: | ---: | ---: |\n");
        text.Append(CultureInfo.InvariantCulture, $"| {summary.Policies} | {summary.Errors} | {summary.Warnings} | {summary.Suggestions} | {summary.Suppressed} | {summary.NotEvaluated} |\n\n");
        return text.ToString();
    }

    private string End() => $"<sub>{MarkdownText.Plain(_tool.Name)} {MarkdownText.Plain(_tool.Version)}, catalogue of {_tool.CatalogDateText}</sub>\n";
}
