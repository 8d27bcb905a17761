using PolicyLint.Rules;

namespace PolicyLint.Reporting;

/// <summary>
/// Writes the workflow commands that make GitHub show findings beside the code. Of each severity GitHub shows ten a step and
/// drops the rest without a word: so no more are written, the rest is counted, and what is not written is left to another
/// report of the same run.
/// </summary>
/// <param name="writer">Gets the commands, when the run is over, the gravest first.</param>
/// <param name="tool">Who reports.</param>
/// <param name="names">Where names of files are seen from; null where they are names from the root of the repository.</param>
public sealed class GitHubReporter(TextWriter writer, ToolIdentity tool, ReportBase? names = null) : IReporter
{
    /// <summary>How many annotations of one severity GitHub shows for a step.</summary>
    public const int MostOfSeverity = 10;

    private static readonly Severity[] GravestFirst = [Severity.Error, Severity.Warning, Severity.Suggestion];

    private readonly ReportBase _names = names ?? new ReportBase();
    private readonly List<string> _failures = [];
    private readonly List<string>[] _findings = [[], [], []];
    private readonly List<string> _notEvaluated = [];
    private int _failureCount;

    /// <inheritdoc/>
    public void Report(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        SourceText source = result.Document.Source.Origin?.File ?? result.Document.Source;
        if (!result.Document.IsReadable)
            AddFailure(source.Path, "cannot be read as a policy");
        if (!result.IsComplete)
            AddFailure(source.Path, "the check is incomplete");

        foreach (Finding finding in result.Findings)
        {
            if (_findings[(int)finding.Severity] is { Count: < MostOfSeverity } kept)
                kept.Add(CommandOf(finding));
        }

        foreach (NotEvaluated part in result.NotEvaluated)
            Report(part);
    }

    /// <inheritdoc/>
    public void Report(NotEvaluated part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (_notEvaluated.Count < MostOfSeverity)
            _notEvaluated.Add(WorkflowCommand.Line("notice", FileOf(part.Source.Path), SourcePlace.Of(part.Source, part.Span), "Not evaluated", WithAddress(part.Reason, part.Policy)));
    }

    /// <inheritdoc/>
    public void Report(InputFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        AddFailure(failure.Path, failure.Reason);
    }

    /// <inheritdoc/>
    public void Finish(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        string[] errors = Most(_failures, _findings[(int)Severity.Error]);
        string[] warnings = Most(_findings[(int)Severity.Warning]);
        string[] notices = Most(_findings[(int)Severity.Suggestion], _notEvaluated);
        foreach (string command in errors.Concat(warnings).Concat(notices))
            Write(command);

        WriteRest(
            summary.Errors + _failureCount - errors.Length,
            summary.Warnings - warnings.Length,
            summary.Suggestions + summary.NotEvaluated - notices.Length);
        Write($"{SafeText.Escape(tool.Name)} {SafeText.Escape(tool.Version)}: {SummaryPhrase.Of(summary)} (catalogue of {tool.CatalogDateText})");
        writer.Flush();
    }

    private static string[] Most(params List<string>[] commands) => [.. commands.SelectMany(list => list).Take(MostOfSeverity)];

    private void WriteRest(int errors, int warnings, int notices)
    {
        string[] rest =
        [
            .. from kind in new[] { (errors, "error"), (warnings, "warning"), (notices, "notice") }
               let count = kind.Item1
               where count > 0
               select SummaryPhrase.Count(count, kind.Item2, $"{kind.Item2}s"),
        ];
        if (rest.Length > 0)
            Write($"{string.Join(", ", rest)} more without an annotation: GitHub shows {MostOfSeverity} of each a step");
    }

    private void AddFailure(string? path, string reason)
    {
        _failureCount++;
        if (_failures.Count < MostOfSeverity)
            _failures.Add(WorkflowCommand.Line("error", FileOf(path), place: null, "Not checked", SafeText.Escape(reason)));
    }

    private string CommandOf(Finding finding)
    {
        RuleDescriptor rule = finding.Rule;
        string title = SafeText.Escape($"{rule.Id} {rule.Name}");
        string text = $"{WithAddress(finding.Message, finding.Policy)}\nDo: {SafeText.Escape(rule.Remedy)}";
        if (rule.HelpUri.Length > 0)
            text += $"\nMore: {SafeText.Escape(rule.HelpUri)}";

        return WorkflowCommand.Line(WorkflowCommand.NameOf(finding.Severity), FileOf(finding.Source.Path), SourcePlace.Of(finding.Source, finding.Span), title, text);
    }

    private static string WithAddress(string text, string? policy) => SafeText.Escape(policy is null ? text : $"{text} (in {policy})");

    private string? FileOf(string? path) => path is null ? null : SafeText.Escape(_names.FromRoot(path) ?? path);

    private void Write(string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }
}
