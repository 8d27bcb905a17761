using PolicyLint.Configuration;
using PolicyLint.Fixing;
using PolicyLint.Reporting;

namespace PolicyLint.Cli.Checking;

/// <summary>Where a report goes, and the reporter that writes it.</summary>
internal sealed class ReportOutput : IDisposable
{
    private readonly Stream _stream;
    private readonly StreamWriter _writer;
    private readonly IReporter _reporter;
    private readonly bool _isLive;
    private readonly bool _ownsStream;

    private ReportOutput(Stream stream, bool ownsStream, bool isTerminal, Terminal terminal, CheckSettings settings)
    {
        _stream = stream;
        _ownsStream = ownsStream;
        _isLive = isTerminal;
        _writer = Terminal.WriterOn(stream);
        _reporter = MakeReporter(stream, isTerminal, terminal, settings);
    }

    /// <summary>Opens the file that the settings name, or takes standard output.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static ReportOutput Open(Terminal terminal, CheckSettings settings) =>
        settings.OutputFile is { } file
            ? new ReportOutput(File.Create(Path.GetFullPath(file, terminal.WorkingDirectory)), ownsStream: true, isTerminal: false, terminal, settings)
            : new ReportOutput(terminal.Output, ownsStream: false, terminal.IsOutputTerminal, terminal, settings);

    /// <summary>For a run whose findings are not reported.</summary>
    public static ReportOutput ToNowhere(Terminal terminal, CheckSettings settings) =>
        new(Stream.Null, ownsStream: false, isTerminal: false, terminal, settings);

    /// <summary>Reports one document; at a terminal at once, so that messages on standard error keep their place.</summary>
    public void Report(LintResult result)
    {
        _reporter.Report(result);
        if (_isLive)
            _writer.Flush();
    }

    /// <summary>Reports what could not be judged and is in no result.</summary>
    public void Report(NotEvaluated part) => _reporter.Report(part);

    /// <summary>Reports an input that could not be checked.</summary>
    public void Report(InputFailure failure) => _reporter.Report(failure);

    /// <summary>Ends the report.</summary>
    public void Finish(RunSummary summary) => _reporter.Finish(summary);

    public void Dispose()
    {
        (_reporter as IDisposable)?.Dispose();
        _writer.Dispose();
        if (_ownsStream)
            _stream.Dispose();
    }

    private IReporter MakeReporter(Stream stream, bool isTerminal, Terminal terminal, CheckSettings settings) => settings.Format switch
    {
        ReportFormat.Json => new JsonReporter(stream, Application.Identity, PolicyFixer.Default),
        ReportFormat.MSBuild => new MSBuildReporter(_writer),
        ReportFormat.Sarif => new SarifReporter(stream, Application.Identity, settings.Rules, PolicyFixer.Default, NamesFor(terminal)),
        ReportFormat.JUnit => new JUnitReporter(stream, Application.Identity, ThresholdOf(settings.FailOn ?? FailOn.Warning)),
        ReportFormat.Html => new HtmlReporter(stream, Application.Identity),
        ReportFormat.Markdown => new MarkdownReporter(_writer, Application.Identity),
        ReportFormat.GitHub => MakeGitHubReporter(isTerminal, terminal, settings),
        _ => MakeTextReporter(isTerminal, terminal, settings),
    };

    private static Severity? ThresholdOf(FailOn failOn) => failOn == FailOn.Never ? null : (Severity)(int)failOn;

    // GitHub shows a few of the findings only: all of them are in the log, and most in the summary of the job.
    private ReporterList MakeGitHubReporter(bool isTerminal, Terminal terminal, CheckSettings settings)
    {
        TextReporter text = MakeTextReporter(isTerminal, terminal, settings);
        var annotations = new GitHubReporter(_writer, Application.Identity, NamesFor(terminal));
        return StepSummary.Open(terminal) is { } summary ? new ReporterList(text, annotations, summary) : new ReporterList(text, annotations);
    }

    private TextReporter MakeTextReporter(bool isTerminal, Terminal terminal, CheckSettings settings) =>
        new(_writer, Application.Identity, StyleFor(isTerminal, terminal, settings), WidthFor(isTerminal, terminal))
        {
            WritesSummary = settings is { IsQuiet: false, Format: not ReportFormat.GitHub },
        };

    // The runner of GitHub says where the repository was checked out; elsewhere the working folder is taken for its root.
    private static ReportBase NamesFor(Terminal terminal) =>
        new(terminal.WorkingDirectory, terminal.Environment("GITHUB_WORKSPACE") is { Length: > 0 } root ? root : null);

    // https://no-color.org: set and not empty means no colours; a choice on the command line is stronger.
    private static TextStyle StyleFor(bool isTerminal, Terminal terminal, CheckSettings settings) => settings.Color switch
    {
        ColorMode.Always => TextStyle.Ansi,
        ColorMode.Auto when isTerminal && string.IsNullOrEmpty(terminal.Environment("NO_COLOR")) && terminal.Environment("TERM") != "dumb" => TextStyle.Ansi,
        _ => TextStyle.Plain,
    };

    private static int WidthFor(bool isTerminal, Terminal terminal) =>
        isTerminal && terminal.Width is > 0 and var width ? Math.Clamp(width, 60, 120) : 100;
}
