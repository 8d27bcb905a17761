using PolicyLint.AccessAnalyzer;
using PolicyLint.Catalog;
using PolicyLint.Configuration;
using PolicyLint.Cli.Commands;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Checking;

/// <summary>The form of a report.</summary>
internal enum ReportFormat
{
    Text,
    Json,
    MSBuild,
    Sarif,
    JUnit,
    GitHub,
    Html,
    Markdown,
}

/// <summary>When to use colours.</summary>
internal enum ColorMode
{
    Auto,
    Always,
    Never,
}

/// <summary>What a run of <c>check</c> is to do.</summary>
internal sealed record CheckSettings
{
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Whether files that are named need not be policies.</summary>
    public bool SkipsOthers { get; init; }

    public ReportFormat Format { get; init; }

    /// <summary>Every rule that may run, for the formats that list them.</summary>
    public IReadOnlyList<RuleDescriptor> Rules { get; init; } = RuleIndex.All;

    /// <summary>Where to write the report; null for standard output.</summary>
    public string? OutputFile { get; init; }

    /// <summary>The type of every policy; null to detect it.</summary>
    public PolicyType? Type { get; init; }

    /// <summary>The resource that every policy is attached to; null where that is not said.</summary>
    public PolicyResourceType? ResourceType { get; init; }

    /// <summary>The least severity that fails the run; null for what is configured.</summary>
    public FailOn? FailOn { get; init; }

    /// <summary>The rules that run; null for what is configured.</summary>
    public RuleProfile? Profile { get; init; }

    /// <summary>The account that the policies are for; null for what is configured.</summary>
    public string? Account { get; init; }

    /// <summary>Rules that are off, whatever is configured.</summary>
    public IReadOnlyList<RuleDescriptor> Disabled { get; init; } = [];

    /// <summary>The configuration for all files; null to look for the nearest to each.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>Whether no configuration is looked at.</summary>
    public bool IgnoresConfiguration { get; init; }

    /// <summary>The baseline whose findings are left out; null for none.</summary>
    public string? BaselineFile { get; init; }

    /// <summary>The catalogue for all files; null for the one that is configured, or the built-in one.</summary>
    public ServiceCatalog? Catalog { get; init; }

    /// <summary>The day of the run; null to take every catalogue for fresh.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Whether Access Analyzer is asked too.</summary>
    public ConfirmationMode Confirm { get; init; }

    public ColorMode Color { get; init; }

    public bool ShowsProgress { get; init; } = true;

    /// <summary>Findings only: no summary, no progress.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>How many files to check at once.</summary>
    public int Jobs { get; init; } = 1;
}
