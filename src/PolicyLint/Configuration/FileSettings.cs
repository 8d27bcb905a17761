using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint.Configuration;

/// <summary>What a configuration says about one file.</summary>
public sealed class FileSettings
{
    internal FileSettings(LintConfiguration configuration, string path)
    {
        Configuration = configuration;
        Path = path;
        FileEntry[] entries = [.. configuration.Files.Where(entry => entry.Glob.Matches(path))];
        Entries = [.. entries];
        Profile = entries.LastOrDefault(entry => entry.Profile is not null)?.Profile ?? configuration.Profile;
        IsExcluded = entries.LastOrDefault(entry => entry.Exclude is not null)?.Exclude?.Value ?? false;

        // A type and a resource type belong together: one of each entry would make a pair that nobody wrote.
        if (entries.LastOrDefault(entry => entry.Type is not null || entry.ResourceType is not null) is { } typed)
            (Type, ResourceType) = (typed.Type, typed.ResourceType);
    }

    /// <summary>The configuration.</summary>
    public LintConfiguration Configuration { get; }

    /// <summary>The file, relative to the folder of the configuration.</summary>
    public string Path { get; }

    /// <summary>The entries that are about the file, in their order.</summary>
    public ImmutableArray<FileEntry> Entries { get; }

    /// <summary>Whether the file is not to be checked.</summary>
    public bool IsExcluded { get; }

    /// <summary>The type of its policies; null where it is detected.</summary>
    public Configured<PolicyType>? Type { get; }

    /// <summary>The resource that its policies are attached to; null where that is not said.</summary>
    public Configured<PolicyResourceType>? ResourceType { get; }

    /// <summary>The profile for it; null where nothing is said.</summary>
    public Configured<RuleProfile>? Profile { get; }

    /// <summary>Leaves out of a result what the configuration suppresses.</summary>
    /// <param name="result">What linting a policy of the file gave.</param>
    /// <param name="today">The day: suppressions that have expired no longer hold.</param>
    public SuppressedResult Suppress(LintResult result, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(result);
        Suppression[] candidates = [.. Configuration.Suppressions.Where(suppression => suppression.File?.Matches(Path) != false)];
        if (candidates.Length == 0 || result.Findings.IsEmpty)
            return new(result, [], []);

        var kept = new List<Finding>();
        var leftOut = new List<Finding>();
        var used = new HashSet<Suppression>();
        foreach (Finding finding in result.Findings)
        {
            Suppression[] about = [.. candidates.Where(suppression => suppression.IsAbout(finding, result.Document, Path))];
            used.UnionWith(about);
            (about.Any(suppression => !suppression.IsExpired(today)) ? leftOut : kept).Add(finding);
        }

        return new(leftOut.Count == 0 ? result : result.With(kept), [.. leftOut], [.. used.OrderBy(suppression => suppression.Number)]);
    }
}

/// <summary>A result without what is suppressed.</summary>
/// <param name="Result">The result with the findings that stay.</param>
/// <param name="LeftOut">The findings that were left out.</param>
/// <param name="Used">The suppressions that a finding was for, also those that have expired and left nothing out.</param>
public sealed record SuppressedResult(LintResult Result, ImmutableArray<Finding> LeftOut, ImmutableArray<Suppression> Used);
