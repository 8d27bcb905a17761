using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer;
using PolicyLint.Cli.Configuration;
using PolicyLint.Cli.Input;

namespace PolicyLint.Cli.Checking;

/// <summary>What became of one input.</summary>
internal abstract record CheckOutcome(InputFile Input)
{
    /// <summary>It was linted, and confirmed where that was asked for; some answers may be missing.</summary>
    public sealed record Linted(InputFile Input, CheckPlan Plan, LintResult Result, ImmutableArray<ConfirmationGap> Gaps) : CheckOutcome(Input);

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
