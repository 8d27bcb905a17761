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

    /// <summary>A suppression no longer holds.</summary>
    public static RuleDescriptor ExpiredSuppression { get; } = new()
    {
        Id = "PL0040",
        Name = "expired-suppression",
        Category = RuleCategory.Grammar,
        DefaultSeverity = Severity.Warning,
        Title = "A suppression has expired",
        Why = "The day came until which somebody wanted to live with a finding. The finding is reported again, and what was planned for that day is due.",
        Remedy = "Mend the policy and delete the suppression; or look at its reason again, and give it another day if it still holds.",
        Sources = [],
    };

    /// <summary>A suppression has nothing to suppress.</summary>
    public static RuleDescriptor UnusedSuppression { get; } = new()
    {
        Id = "PL0041",
        Name = "unused-suppression",
        Category = RuleCategory.Grammar,
        DefaultSeverity = Severity.Suggestion,
        Title = "A suppression that nothing is found for",
        Why = "What it was written for is mended or gone. Left in place, it would hide the next finding of that rule there.",
        Remedy = "Delete the suppression; where it should still hold, look for what its file, policy, Sid, pointer or value has become.",
        Sources = [],
        Limits = "Told where a run looked at all that the suppression may be about: at the one file that it names, or at the whole folder of the configuration.",
    };
}
