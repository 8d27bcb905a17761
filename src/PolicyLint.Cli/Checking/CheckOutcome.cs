using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer;
using PolicyLint.Cli.Configuration;
using PolicyLint.Cli.Input;

namespace PolicyLint.Cli.Checking;

/// <summary>What became of one input.</summary>
internal abstract record CheckOutcome(InputFile Input)
{
    /// <summary>Its policies were linted.</summary>
    /// <param name="Input">The input.</param>
    /// <param name="Plan">How it was checked.</param>
    /// <param name="Policies">What each of them gave; one for a policy file, any number for a host file.</param>
    /// <param name="Unknown">What could not be judged and is in none of them.</param>
    /// <param name="Problem">What kept the file from being read to its end; null where it was.</param>
    public sealed record Linted(InputFile Input, CheckPlan Plan, ImmutableArray<LintedPolicy> Policies, ImmutableArray<NotEvaluated> Unknown, string? Problem) : CheckOutcome(Input);

    /// <summary>It is no policy, and nobody said that it was.</summary>
    public sealed record Skipped(InputFile Input) : CheckOutcome(Input);

    /// <summary>Its configuration says that it is not to be checked.</summary>
    public sealed record Excluded(InputFile Input, CheckPlan Plan) : CheckOutcome(Input);

    /// <summary>Its configuration is wrong, so that nobody knows how to check it.</summary>
    public sealed record Misconfigured(InputFile Input, ImmutableArray<string> Reasons) : CheckOutcome(Input);

    /// <summary>It could not be read.</summary>
    public sealed record Unreadable(InputFile Input, string Reason) : CheckOutcome(Input);

    /// <summary>The check itself failed.</summary>
    public sealed record Crashed(InputFile Input, Exception Exception) : CheckOutcome(Input);
}

/// <summary>What linting one policy gave, confirmed where that was asked for; some answers may be missing.</summary>
/// <param name="Result">The result; of an alternative, without the findings that are reported already.</param>
/// <param name="Gaps">The answers that are missing.</param>
/// <param name="IsAlternative">Whether it is the policy before it once more, under other conditions of the host file.</param>
internal sealed record LintedPolicy(LintResult Result, ImmutableArray<ConfirmationGap> Gaps, bool IsAlternative);
