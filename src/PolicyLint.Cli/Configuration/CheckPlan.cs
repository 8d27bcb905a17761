using System.Collections.Concurrent;
using PolicyLint.Catalog;
using PolicyLint.Cli.Checking;
using PolicyLint.Cli.Input;
using PolicyLint.Configuration;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Configuration;

/// <summary>How one file is checked: what the call says, then what is configured, then what holds by default.</summary>
/// <param name="File">What is configured for the file.</param>
/// <param name="Options">Which rules run and how much they weigh.</param>
/// <param name="Linter">The linter of these options.</param>
/// <param name="Type">The type of its policies; null to detect it.</param>
/// <param name="ResourceType">The resource that its policies are attached to.</param>
/// <param name="FailOn">The least severity that fails the run.</param>
internal sealed record CheckPlan(
    ConfiguredFile File,
    LintOptions Options,
    PolicyLinter Linter,
    PolicyType? Type,
    PolicyResourceType? ResourceType,
    FailOn FailOn)
{
    /// <summary>The catalogue that its policies are read with.</summary>
    public required ServiceCatalog Catalog { get; init; }

    public LintConfiguration Configuration => File.Settings.Configuration;

    /// <summary>Whether the rule runs.</summary>
    public bool Runs(RuleDescriptor rule) => Options.Severities.TryGetValue(rule.Id, out Severity? severity)
        ? severity is not null
        : Options.Profile == RuleProfile.AccessAnalyzer ? !rule.IssueCodes.IsEmpty : rule.Profile <= Options.Profile;
}

/// <summary>The plans of a run. Files that are configured alike share a linter. Safe to ask from several threads.</summary>
internal sealed class CheckPlans(ConfigurationFiles files, CheckSettings settings)
{
    private readonly ConcurrentDictionary<(LintConfiguration, RuleProfile), Lazy<(LintOptions Options, PolicyLinter Linter)>> _linters = [];

    /// <summary>The rules besides those that are configured.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = BuiltInRules.All;

    /// <summary>The plan for an input.</summary>
    /// <exception cref="ConfigurationException">A configuration is there and cannot be read.</exception>
    public CheckPlan For(InputFile input)
    {
        ConfiguredFile file = files.For(input);
        LintConfiguration configuration = file.Settings.Configuration;
        RuleProfile profile = settings.Profile ?? file.Settings.Profile?.Value ?? RuleProfile.Default;
        var (options, linter) = _linters.GetOrAdd((configuration, profile), key => new(() => Make(key.Item1, key.Item2))).Value;

        // What the call says of types stands for both: one of each would make a pair that nobody asked for.
        bool isTyped = settings.Type is not null || settings.ResourceType is not null;
        return new CheckPlan(
            file,
            options,
            linter,
            isTyped ? settings.Type : file.Settings.Type?.Value,
            isTyped ? settings.ResourceType : file.Settings.ResourceType?.Value,
            settings.FailOn ?? configuration.FailOn?.Value ?? FailOn.Warning)
        {
            Catalog = CatalogOf(configuration),
        };
    }

    private ServiceCatalog CatalogOf(LintConfiguration configuration) => settings.Catalog ?? configuration.Catalog;

    private (LintOptions Options, PolicyLinter Linter) Make(LintConfiguration configuration, RuleProfile profile)
    {
        LintOptions options = configuration.ToOptions(profile);
        options = options with
        {
            HomeAccount = settings.Account ?? options.HomeAccount,
            Today = settings.Today,
            Severities = options.Severities.SetItems(from rule in settings.Disabled select KeyValuePair.Create(rule.Id, (Severity?)null)),
        };
        return (options, new PolicyLinter([.. Rules, .. configuration.CustomRules], options, CatalogOf(configuration)));
    }
}
