using PolicyLint.Reporting;

namespace PolicyLint.Cli.Checking;

/// <summary>
/// The file in which a step of a GitHub workflow leaves Markdown for people to read: the runner names it in
/// <c>GITHUB_STEP_SUMMARY</c>. What stands in it already stays, and counts for its limit.
/// </summary>
internal sealed class StepSummary : IReporter, IDisposable
{
    private const int LeastRoom = 4096;

    private readonly StreamWriter _writer;
    private readonly MarkdownReporter _markdown;

    private StepSummary(FileStream file, int room)
    {
        _writer = new StreamWriter(file) { NewLine = "\n" };
        _markdown = new MarkdownReporter(_writer, Application.Identity, room);
    }

    /// <summary>Opens it; null where the runner names none, or where it is full or cannot be written, which is said.</summary>
    public static StepSummary? Open(Terminal terminal)
    {
        if (terminal.Environment("GITHUB_STEP_SUMMARY") is not { Length: > 0 } path)
            return null;

        try
        {
            var file = new FileStream(Path.GetFullPath(path, terminal.WorkingDirectory), FileMode.Append, FileAccess.Write, FileShare.Read);
            long room = MarkdownReporter.StepSummaryLimit - file.Length;
            if (room >= LeastRoom)
                return new StepSummary(file, (int)room);

            file.Dispose();
            terminal.Say("the summary of the job has no room left: GITHUB_STEP_SUMMARY is not written");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Say($"GITHUB_STEP_SUMMARY cannot be written: {exception.Message}");
        }

        return null;
    }

    public void Report(LintResult result) => _markdown.Report(result);

    public void Report(NotEvaluated part) => _markdown.Report(part);

    public void Report(InputFailure failure) => _markdown.Report(failure);

    public void Finish(RunSummary summary) => _markdown.Finish(summary);

    public void Dispose() => _writer.Dispose();
}
