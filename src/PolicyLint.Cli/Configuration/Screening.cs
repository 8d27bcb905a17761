using PolicyLint.Cli.Checking;
using PolicyLint.Cli.Input;
using PolicyLint.Configuration;

namespace PolicyLint.Cli.Configuration;

/// <summary>
/// What of the findings of a run is kept: not what is suppressed, and not what the baseline has. For one thread, in the order
/// of the inputs.
/// </summary>
internal sealed class Screening
{
    private readonly Terminal _terminal;
    private readonly CheckSettings _settings;
    private readonly DateOnly _today;
    private readonly BaselineFile? _file;
    private readonly BaselineComparison? _baseline;
    private readonly SuppressionUse _use;
    private readonly List<BaselineEntry>? _collected;

    private Screening(Terminal terminal, CheckSettings settings, BaselineFile? file, bool collects)
    {
        _terminal = terminal;
        _settings = settings;
        _file = file;
        _today = terminal.Today;
        _use = new SuppressionUse(terminal.WorkingDirectory, settings.Paths);
        _collected = collects ? [] : null;
        _baseline = file is null || collects ? null : new BaselineComparison(file.Read());
    }

    /// <summary>How many findings were left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The findings that were collected for a baseline.</summary>
    public IReadOnlyList<BaselineEntry> Collected => _collected ?? [];

    /// <summary>The screening of a check.</summary>
    /// <exception cref="ConfigurationException">There is no such baseline, or it cannot be used.</exception>
    public static Screening ForCheck(Terminal terminal, CheckSettings settings) =>
        new(terminal, settings, settings.BaselineFile is { } file ? BaselineFile.At(file, terminal.WorkingDirectory) : null, collects: false);

    /// <summary>A screening that keeps no finding, and collects all of them for a baseline.</summary>
    public static Screening Collecting(Terminal terminal, CheckSettings settings, BaselineFile file) => new(terminal, settings, file, collects: true);

    /// <summary>What is kept of a result.</summary>
    public LintResult Screen(InputFile input, CheckPlan plan, LintResult result)
    {
        SuppressedResult suppressed = plan.File.Settings.Suppress(result, _today);
        _use.Note(plan, suppressed);
        LintResult kept = suppressed.Result;
        if (_collected is not null)
        {
            _collected.AddRange(Baseline.EntriesOf(kept, _file!.NameOf(input)));
            kept = kept.With([]);
        }
        else if (_baseline is not null)
        {
            kept = _baseline.LeaveOutKnown(kept, _file!.NameOf(input));
        }

        LeftOut += result.Findings.Length - kept.Findings.Length;
        return kept;
    }

    /// <summary>What is to be said about the suppressions, once everything is checked, with the threshold that it fails on.</summary>
    public IEnumerable<(LintResult Result, FailOn FailOn)> Review()
    {
        if (_collected is not null)
            yield break;

        foreach (CheckPlan plan in _use.Plans)
        {
            LintResult result = plan.Configuration.Review(_today, _use.UnusedOf(plan), plan.Options);
            if (!result.Findings.IsEmpty)
                yield return (result, plan.FailOn);
        }
    }

    /// <summary>Says what the baseline did.</summary>
    public void TellBaseline()
    {
        if (_baseline is null || _settings.IsQuiet)
            return;

        _terminal.Say($"{Count(_baseline.Known, "finding")} in the baseline {(_baseline.Known == 1 ? "was" : "were")} left out");
        int gone = _baseline.Gone.Count();
        if (gone > 0)
            _terminal.Say($"{Count(gone, "finding")} of the baseline no longer {(gone == 1 ? "occurs" : "occur")}: `policylint baseline write` takes {(gone == 1 ? "it" : "them")} out");
    }

    /// <summary><c>1 finding</c>, <c>2 findings</c>.</summary>
    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
