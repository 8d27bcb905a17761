using PolicyLint.Configuration;
using PolicyLint.Rules;

namespace PolicyLint.MSBuild;

/// <summary>How files are checked: the nearest <c>policylint.json</c> to each. Files that are configured alike share a linter.</summary>
internal sealed class Configurations
{
    private readonly string _projectFolder;
    private readonly ConfigurationLookup _lookup;
    private readonly Dictionary<(LintConfiguration, RuleProfile), (LintOptions Options, PolicyLinter Linter)> _linters = [];
    private readonly HashSet<LintConfiguration> _met = [];

    /// <param name="projectFolder">The folder that names are shown from.</param>
    public Configurations(string projectFolder)
    {
        _projectFolder = projectFolder;
        _lookup = new ConfigurationLookup(BuiltInRules.All, Open, Path.Exists);
    }

    /// <summary>The rules besides those that are configured.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = BuiltInRules.All;

    /// <summary>The configurations that files were checked with, each with the options of a linter of it.</summary>
    public IEnumerable<(LintConfiguration Configuration, LintOptions Options)> Used =>
        _met.OrderBy(configuration => configuration.Source.Path, StringComparer.Ordinal)
            .Select(configuration => (configuration, configuration.ToOptions()));

    /// <summary>What is configured for a file.</summary>
    /// <exception cref="IOException">A configuration is there and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A configuration is there and may not be read.</exception>
    public FileSettings For(PolicyFile file) => _lookup.For(file.FullPath);

    /// <summary>The linter for a file.</summary>
    public (LintOptions Options, PolicyLinter Linter) LinterFor(FileSettings settings)
    {
        LintConfiguration configuration = settings.Configuration;
        _met.Add(configuration);
        RuleProfile profile = settings.Profile?.Value ?? RuleProfile.Default;
        if (!_linters.TryGetValue((configuration, profile), out var known))
        {
            LintOptions options = configuration.ToOptions(profile);
            known = (options, new PolicyLinter([.. Rules, .. configuration.CustomRules], options, configuration.Catalog));
            _linters.Add((configuration, profile), known);
        }

        return known;
    }

    private SourceText? Open(string fullPath) =>
        File.Exists(fullPath) ? SourceText.From(File.ReadAllBytes(fullPath), Path.GetRelativePath(_projectFolder, fullPath).Replace('\\', '/')) : null;
}
