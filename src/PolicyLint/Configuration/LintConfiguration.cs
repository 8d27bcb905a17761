using System.Collections.Immutable;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint.Configuration;

/// <summary>
/// What a <c>policylint.json</c> says. Immutable. It is data: nothing in it is run, and nothing that it names is opened
/// here; <see cref="CatalogFile"/> is for who uses it.
/// docs/configuration.md describes the file, schemas/policylint.schema.json its form.
/// </summary>
/// <example>
/// <code>
/// LintConfiguration configuration = LintConfiguration.Parse(SourceText.From(bytes, "policylint.json"), BuiltInRules.All);
/// if (!configuration.IsValid)
///     throw new InvalidDataException(string.Join('\n', configuration.Problems));
///
/// FileSettings file = configuration.For("policies/role.json");
/// var linter = new PolicyLinter([.. BuiltInRules.All, .. configuration.CustomRules], configuration.ToOptions(file.Profile?.Value));
/// SuppressedResult result = file.Suppress(linter.Lint(PolicyDocument.Parse(policy, file.Type?.Value)), today);
/// </code>
/// </example>
public sealed class LintConfiguration
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "policylint.json";

    private readonly RuleNames _names;

    internal LintConfiguration(SourceText source, RuleNames names)
    {
        Source = source;
        _names = names;
    }

    /// <summary>A configuration that says nothing.</summary>
    public static LintConfiguration Empty { get; } = new(SourceText.From("{}"), new RuleNames([]));

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>What is wrong with it, in the order of the file. What is wrong is left out of the rest.</summary>
    public ImmutableArray<ConfigurationProblem> Problems { get; internal init; } = [];

    /// <summary>Whether nothing is wrong with it.</summary>
    public bool IsValid => Problems.IsEmpty;

    /// <summary>The profile; null where nothing is said.</summary>
    public Configured<RuleProfile>? Profile { get; internal init; }

    /// <summary>The least severity that fails a run; null where nothing is said.</summary>
    public Configured<FailOn>? FailOn { get; internal init; }

    /// <summary>The account that the policies are for: <see cref="LintOptions.HomeAccount"/>.</summary>
    public Configured<string>? HomeAccount { get; internal init; }

    /// <summary>The catalogue to use, relative to the folder of the configuration and never outside of it; null where nothing is said.</summary>
    public Configured<string>? CatalogFile { get; internal init; }

    /// <summary>The catalogue that the rules of the configuration were read with, and that they are to run in.</summary>
    public ServiceCatalog Catalog { get; internal init; } = ServiceCatalog.Default;

    /// <summary>What is said about the severity of rules, in the order of the file.</summary>
    public ImmutableArray<SeveritySetting> Severities { get; internal init; } = [];

    /// <summary>What is said about files, in the order of the file: later entries win.</summary>
    public ImmutableArray<FileEntry> Files { get; internal init; } = [];

    /// <summary>The rules that it declares.</summary>
    public ImmutableArray<Rule> CustomRules { get; internal init; } = [];

    /// <summary>What it suppresses.</summary>
    public ImmutableArray<Suppression> Suppressions { get; internal init; } = [];

    /// <summary>Reads a configuration. Never throws on any input: what is wrong stands in <see cref="Problems"/>.</summary>
    /// <param name="source">The file.</param>
    /// <param name="rules">The rules that it may speak of, besides those of the grammar.</param>
    /// <param name="catalog">The catalogue of the linter that its rules will run in; null for the built-in one.</param>
    public static LintConfiguration Parse(SourceText source, IEnumerable<Rule> rules, ServiceCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(rules);
        var names = new RuleNames(rules.Select(rule => rule.Descriptor));
        return new ConfigurationReader(source, names, catalog ?? ServiceCatalog.Default).Read();
    }

    /// <summary>What it says about a file.</summary>
    /// <param name="path">The file, relative to the folder of the configuration, with <c>/</c> or <c>\</c>.</param>
    public FileSettings For(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new(this, path);
    }

    /// <summary>The options for a linter.</summary>
    /// <param name="profile">The profile, where a file or the caller has one of its own; null for <see cref="Profile"/>.</param>
    /// <remarks>
    /// An id wins over a name, a name over a category. A category's severity is for the rules that the profile runs: it switches
    /// none on.
    /// </remarks>
    public LintOptions ToOptions(RuleProfile? profile = null)
    {
        RuleProfile effective = profile ?? Profile?.Value ?? RuleProfile.Default;
        return new LintOptions
        {
            Profile = effective,
            HomeAccount = HomeAccount?.Value,
            Severities = SeveritiesIn(effective),
        };
    }

    /// <summary>What is said about the severity of a rule: the setting that wins; null where nothing is.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="profile">The profile of the run.</param>
    public SeveritySetting? SeverityOf(RuleDescriptor rule, RuleProfile profile)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Find(rule.Id) ?? Find(rule.Name) ?? (CustomRules.Any(custom => custom.Descriptor == rule) ? null : OfCategory(rule, profile));
    }

    /// <summary>Findings about the suppressions: those that have expired (PL0040) and those that nothing is found for (PL0041).</summary>
    /// <param name="today">The day.</param>
    /// <param name="unused">The suppressions that a run has found nothing for, although it looked.</param>
    /// <param name="options">The options of the run, which may switch these findings off.</param>
    /// <returns>The findings, with places in the configuration.</returns>
    public LintResult Review(DateOnly today, IReadOnlySet<Suppression> unused, LintOptions options)
    {
        ArgumentNullException.ThrowIfNull(unused);
        ArgumentNullException.ThrowIfNull(options);
        return SuppressionReview.Of(this, today, unused, options);
    }

    private ImmutableDictionary<string, Severity?> SeveritiesIn(RuleProfile profile)
    {
        ImmutableDictionary<string, Severity?>.Builder severities = LintOptions.Default.Severities.ToBuilder();
        if (Severities.IsEmpty)
            return severities.ToImmutable();

        foreach (RuleDescriptor rule in _names.All)
        {
            if (SeverityOf(rule, profile) is { } setting)
                severities[rule.Id] = setting.Severity;
        }

        return severities.ToImmutable();
    }

    private SeveritySetting? Find(string name) => Severities.FirstOrDefault(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private SeveritySetting? OfCategory(RuleDescriptor rule, RuleProfile profile)
    {
        SeveritySetting? setting = Find(rule.Category.ToName());
        bool runs = profile == RuleProfile.AccessAnalyzer ? !rule.IssueCodes.IsEmpty : rule.Profile <= profile;
        return setting?.Severity is null || runs ? setting : null;
    }
}
