using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint.Configuration;

/// <summary>The words that values of a configuration are chosen from.</summary>
internal static class ConfigurationWords
{
    public static readonly ImmutableArray<(string Word, RuleProfile Value)> Profiles =
        [.. Enum.GetValues<RuleProfile>().Select(profile => (profile.ToName(), profile))];

    public static readonly ImmutableArray<(string Word, FailOn Value)> FailOns =
        [("error", FailOn.Error), ("warning", FailOn.Warning), ("suggestion", FailOn.Suggestion), ("never", FailOn.Never)];

    public static readonly ImmutableArray<(string Word, Severity Value)> Severities =
        [("error", Severity.Error), ("warning", Severity.Warning), ("suggestion", Severity.Suggestion)];

    public static readonly ImmutableArray<(string Word, Severity? Value)> SeveritiesOrOff =
        [("error", Severity.Error), ("warning", Severity.Warning), ("suggestion", Severity.Suggestion), ("off", null)];

    public static readonly ImmutableArray<(string Word, PolicyType Value)> Types =
        [.. Enum.GetValues<PolicyType>().Select(type => (type.ToName(), type))];

    public static readonly ImmutableArray<(string Word, PolicyResourceType Value)> ResourceTypes =
        [.. Enum.GetValues<PolicyResourceType>().Select(type => (type.ToName(), type))];
}
