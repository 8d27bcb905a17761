using PolicyLint.Rules;

namespace PolicyLint.Configuration;

/// <summary>What a configuration says about some files. Later entries win over earlier ones.</summary>
public sealed class FileEntry
{
    internal FileEntry(PathGlob glob, TextSpan place)
    {
        Glob = glob;
        Place = place;
    }

    /// <summary>The files.</summary>
    public PathGlob Glob { get; }

    /// <summary>Where it stands in the configuration.</summary>
    public TextSpan Place { get; }

    /// <summary>The type of their policies; null where it is detected.</summary>
    public Configured<PolicyType>? Type { get; internal init; }

    /// <summary>The resource that their policies are attached to.</summary>
    public Configured<PolicyResourceType>? ResourceType { get; internal init; }

    /// <summary>The profile for them.</summary>
    public Configured<RuleProfile>? Profile { get; internal init; }

    /// <summary>Whether they are not checked at all; false where an earlier entry said so and they are after all.</summary>
    public Configured<bool>? Exclude { get; internal init; }
}

/// <summary>What a configuration says about a rule, or a category of rules.</summary>
/// <param name="Name">The rule's id or name, or the category's name, as written.</param>
/// <param name="Severity">The severity of its findings; null where the rule is off.</param>
/// <param name="Place">Where it stands in the configuration.</param>
public sealed record SeveritySetting(string Name, Severity? Severity, TextSpan Place);
