using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer;
using PolicyLint.Rules;

namespace PolicyLint.DocGen;

/// <summary>Every rule that has a page: those of the engine and the grammar, the one that stands for Access Analyzer's, then the built-in ones.</summary>
public static class RuleBook
{
    /// <summary>The descriptors, by id.</summary>
    public static ImmutableArray<RuleDescriptor> All { get; } =
    [
        .. GrammarRules.All
            .Append(ServiceFindingRule.Descriptor)
            .Concat(BuiltInRules.All.Select(rule => rule.Descriptor))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>What a category is called in a heading.</summary>
    public static string TitleOf(RuleCategory category) => category switch
    {
        RuleCategory.Grammar => "Engine, input and grammar",
        RuleCategory.Security => "Security in general",
        RuleCategory.Correctness => "Correctness: does not do what it says",
        RuleCategory.SageMaker => "SageMaker and machine learning",
        RuleCategory.Maintainability => "Maintainability: redundant, too big, style",
        RuleCategory.PrivilegeEscalation => "Privilege escalation",
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };

    /// <summary>What ids of a category start with: <c>PL3</c>.</summary>
    public static string PrefixOf(RuleCategory category) => $"PL{(int)category}";

    /// <summary>The policy types of a set, as the command line names them.</summary>
    public static string NamesOf(PolicyTypes types) => types == PolicyTypes.All
        ? "all"
        : string.Join(", ", Enum.GetValues<PolicyType>().Where(type => types.Includes(type)).Select(type => type.ToName()));
}
