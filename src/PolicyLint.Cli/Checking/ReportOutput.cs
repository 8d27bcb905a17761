using PolicyLint.Catalog;
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

    private ReportOutput(Stream stream, bool ownsStream, bool isTerminal, Terminal terminal, CheckSettings settings, ServiceCatalog catalog)
    {
        _stream = stream;
        _ownsStream = ownsStream;
        _isLive = isTerminal;
        _writer = Terminal.WriterOn(stream);
        _reporter = settings.Format switch
        {
            ReportFormat.Json => new JsonReporter(stream, Application.IdentityWith(catalog), PolicyFixer.Default),
            ReportFormat.MSBuild => new MSBuildReporter(_writer),
            _ => new TextReporter(_writer, Application.IdentityWith(catalog), StyleFor(isTerminal, terminal, settings), WidthFor(isTerminal, terminal))
            {
                WritesSummary = !settings.IsQuiet,
            },
        };
    }

    /// <summary>Opens the file that the settings name, or takes standard output.</summary>
    /// <param name="terminal">Where standard output is.</param>
    /// <param name="settings">What the run is to do.</param>
    /// <param name="catalog">The catalogue whose date the report gives.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static ReportOutput Open(Terminal terminal, CheckSettings settings, ServiceCatalog catalog) =>
        settings.OutputFile is { } file
            ? new ReportOutput(File.Create(Path.GetFullPath(file, terminal.WorkingDirectory)), ownsStream: true, isTerminal: false, terminal, settings, catalog)
            : new ReportOutput(terminal.Output, ownsStream: false, terminal.IsOutputTerminal, terminal, settings, catalog);

    /// <summary>For a run whose findings are not reported.</summary>
    public static ReportOutput ToNowhere(Terminal terminal, CheckSettings settings) =>
        new(Stream.Null, ownsStream: false, isTerminal: false, terminal, settings, ServiceCatalog.Default);

    /// <summary>Reports one document; at a terminal at once, so that messages on standard error keep their place.</summary>
    public void Report(LintResult result)
    {
        _reporter.Report(result);
        if (_isLive)
            _writer.Flush();
    }

    /// <summary>Reports what could not be judged and is in no result.</summary>
    public void Report(NotEvaluated part) => _reporter.Report(part);

    /// <summary>Ends the report.</summary>
    public void Finish(RunSummary summary) => _reporter.Finish(summary);

    public void Dispose()
    {
        (_reporter as IDisposable)?.Dispose();
        _writer.Dispose();
        if (_ownsStream)
            _stream.Dispose();
    }

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
