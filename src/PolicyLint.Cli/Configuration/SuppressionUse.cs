using PolicyLint.Cli.Input;
using PolicyLint.Configuration;

namespace PolicyLint.Cli.Configuration;

/// <summary>
/// Which suppressions a run had a use for. One is called unused only where the run looked at all that it may be about: a run
/// over some of the files knows nothing of the others.
/// </summary>
internal sealed class SuppressionUse(string workingDirectory, IReadOnlyList<string> paths)
{
    private readonly Dictionary<LintConfiguration, CheckPlan> _plans = [];
    private readonly HashSet<Suppression> _used = [];
    private readonly HashSet<Suppression> _met = [];
    private readonly HashSet<Suppression> _looked = [];

    /// <summary>A plan of each configuration that the run met.</summary>
    public IEnumerable<CheckPlan> Plans => _plans.Values.OrderBy(plan => plan.Configuration.Source.Path, StringComparer.Ordinal);

    /// <summary>Notes what became of a result.</summary>
    public void Note(CheckPlan plan, SuppressedResult result)
    {
        LintConfiguration configuration = plan.Configuration;
        if (configuration.Suppressions.IsEmpty)
            return;

        _plans.TryAdd(configuration, plan);
        _used.UnionWith(result.Used);
        foreach (Suppression suppression in configuration.Suppressions)
        {
            if (suppression.File?.Matches(plan.File.Settings.Path) == false)
                continue;

            _met.Add(suppression);
            if (plan.Runs(suppression.Rule))
                _looked.Add(suppression);
        }
    }

    /// <summary>The suppressions of a configuration that the run had no use for.</summary>
    public HashSet<Suppression> UnusedOf(CheckPlan plan)
    {
        bool isWhole = plan.File.Folder is { } folder && Covers(folder);
        return
        [
            .. from suppression in plan.Configuration.Suppressions
               where !_used.Contains(suppression)
               where _met.Contains(suppression)
                   ? _looked.Contains(suppression) && (isWhole || suppression.File is { IsExact: true })
                   : isWhole && plan.Runs(suppression.Rule)
               select suppression,
        ];
    }

    // Whether a folder of the call is the configuration's, or one above it.
    private bool Covers(string folder) => paths.Any(path =>
    {
        if (path is InputFinder.StandardInput or "" || Path.GetFullPath(path, workingDirectory) is not { } fullPath || !Directory.Exists(fullPath))
            return false;

        string relative = Path.GetRelativePath(fullPath, folder);
        return relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
    });
}
