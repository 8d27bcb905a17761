namespace PolicyLint.Configuration;

/// <summary>
/// Holds the results of one run against a baseline. A finding of the baseline stands for one finding of the run, so that a
/// second one of the same content is new. For one thread.
/// </summary>
public sealed class BaselineComparison
{
    private readonly Dictionary<(string File, string Fingerprint), Queue<BaselineEntry>> _open;
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    /// <summary>Starts a comparison.</summary>
    public BaselineComparison(Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        _open = baseline.Entries
            .GroupBy(entry => (entry.File, entry.Fingerprint))
            .ToDictionary(group => group.Key, group => new Queue<BaselineEntry>(group));
    }

    /// <summary>How many findings were in the baseline so far.</summary>
    public int Known { get; private set; }

    /// <summary>The entries of files that were looked at for which nothing was found: those are mended.</summary>
    public IEnumerable<BaselineEntry> Gone => _open.Values.SelectMany(entries => entries).Where(entry => _files.Contains(entry.File));

    /// <summary>The result without the findings of the baseline.</summary>
    /// <param name="result">What linting one policy of the file gave.</param>
    /// <param name="file">The file, relative to the folder of the baseline.</param>
    public LintResult LeaveOutKnown(LintResult result, string file)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(file);
        _files.Add(file.Replace('\\', '/'));
        var fresh = new List<Finding>();
        foreach (var (finding, entry) in result.Findings.Zip(Baseline.EntriesOf(result, file)))
        {
            // That a rule failed is about the run, and is never known already.
            bool isKnown = finding.Rule != EngineRules.RuleFailed
                && _open.TryGetValue((entry.File, entry.Fingerprint), out Queue<BaselineEntry>? entries) && entries.TryDequeue(out _);
            if (isKnown)
                Known++;
            else
                fresh.Add(finding);
        }

        return fresh.Count == result.Findings.Length ? result : result.With(fresh);
    }
}
