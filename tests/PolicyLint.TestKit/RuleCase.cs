using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint.TestKit;

/// <summary>What a test expects of a rule.</summary>
public enum Expectation
{
    /// <summary>A finding at each mark and nowhere else.</summary>
    Finds,

    /// <summary>Neither a finding nor a part that could not be judged.</summary>
    Clean,

    /// <summary>No finding, and each mark said to be not judged.</summary>
    CannotJudge,
}

/// <summary>One document and what a rule is expected to say about it.</summary>
public sealed record RuleCase(Rule Rule, string Markup, Expectation Expectation)
{
    /// <summary>The messages in the order of the marks; one for all marks; or none, then they are not compared.</summary>
    public ImmutableArray<string> Messages { get; init; } = [];

    /// <summary>The policy type; null for identity, or for the first type that the rule applies to.</summary>
    public PolicyType? Type { get; init; }

    /// <summary>The resource that the policy is attached to; null where that is not said.</summary>
    public PolicyResourceType? ResourceType { get; init; }

    /// <summary>
    /// Whether the run is that of the access-analyzer profile. There a mark of either kind is a place of a finding, for the
    /// service does not tell main places from others.
    /// </summary>
    public bool IsOfService { get; init; }

    /// <summary>The code that every finding has; null where it is not compared.</summary>
    public IssueCode? Code { get; init; }

    /// <summary>The options. Rules of every profile run whatever they say.</summary>
    public LintOptions Options { get; init; } = LintOptions.Default;

    /// <summary>The risk that every finding states; null where it is not compared.</summary>
    public SecuritySeverity? Risk { get; init; }

    /// <summary>The severity that every finding has; null where it is not compared.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The ids of the grammar rules that the document breaks, separated by commas. Empty: its grammar is clean.</summary>
    public string Problems { get; init; } = "";

    /// <summary>What else is tried.</summary>
    public Variants Tries { get; init; } = Variants.All;

    internal PolicyType EffectiveType => Type ?? Enum.GetValues<PolicyType>().First(type => Rule.Descriptor.AppliesTo.Includes(type));

    internal LintOptions EffectiveOptions => Options with
    {
        Profile = IsOfService || Rule.Descriptor.Profile == RuleProfile.AccessAnalyzer ? RuleProfile.AccessAnalyzer : RuleProfile.Hardened,
    };
}
