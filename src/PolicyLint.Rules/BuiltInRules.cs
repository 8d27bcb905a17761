using System.Collections.Immutable;
using PolicyLint.Rules.Correctness;

namespace PolicyLint.Rules;

/// <summary>The built-in rules, in the order of their ids. A new rule is added here by <c>eng/NewRule</c>.</summary>
public static class BuiltInRules
{
    /// <summary>Every built-in rule.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        new DuplicateSid(), // PL2030
    ];
}
