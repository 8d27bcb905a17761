using PolicyLint.Reporting;

namespace PolicyLint.Cli.Checking;

/// <summary>Several reports of one run.</summary>
internal sealed class ReporterList(params IReporter[] reporters) : IReporter, IDisposable
{
    public void Report(LintResult result) => Array.ForEach(reporters, reporter => reporter.Report(result));

    public void Report(NotEvaluated part) => Array.ForEach(reporters, reporter => reporter.Report(part));

    public void Report(InputFailure failure) => Array.ForEach(reporters, reporter => reporter.Report(failure));

    public void Finish(RunSummary summary) => Array.ForEach(reporters, reporter => reporter.Finish(summary));

    public void Dispose()
    {
        foreach (IDisposable reporter in reporters.OfType<IDisposable>())
            reporter.Dispose();
    }
}
