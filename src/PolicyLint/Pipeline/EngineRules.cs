using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>The rules of the engine itself.</summary>
internal static class EngineRules
{
    /// <summary>A rule threw: the run is not complete.</summary>
    public static RuleDescriptor RuleFailed { get; } = new()
    {
        Id = "PL0001",
        Name = "rule-failed",
        Category = RuleCategory.Grammar,
        DefaultSeverity = Severity.Error,
        Title = "A rule failed, so the check is incomplete",
        Why = "A rule that fails has not looked at the policy. Taking its silence for an all-clear would let a bad policy pass.",
        Remedy = "Report the policy, or a cut-down one that still fails, to the authors of the rule named in the message.",
        Sources = [],
    };
}
