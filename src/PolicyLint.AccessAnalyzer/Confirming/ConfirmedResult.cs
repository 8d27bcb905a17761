using System.Collections.Immutable;

namespace PolicyLint.AccessAnalyzer;

/// <summary>What linting a document and asking Access Analyzer about it gave.</summary>
/// <param name="Result">
/// The findings, each with its <see cref="Finding.Confirmation"/>, and those of the service that no rule had. With
/// <see cref="ConfirmationMode.Required"/> and an answer missing, it is not complete, and so not clean.
/// </param>
/// <param name="Gaps">The answers that are missing, each kind of question once. Equal ones of several documents are equal.</param>
public sealed record ConfirmedResult(LintResult Result, ImmutableArray<ConfirmationGap> Gaps)
{
    /// <summary>Whether everything that was to be asked was asked and answered.</summary>
    public bool IsComplete => Gaps.IsEmpty;
}

/// <summary>An answer that is missing.</summary>
/// <param name="Operation">
/// What was asked when that was found out: <c>ValidatePolicy</c> or <c>CheckAccessNotGranted</c>. A gap that is the same for
/// both, no network say, is one gap.
/// </param>
/// <param name="Kind">Why there is none.</param>
/// <param name="Reason">The same as a clause, without a full stop and without anything of the policy.</param>
public sealed record ConfirmationGap(string Operation, ConfirmationGapKind Kind, string Reason)
{
    /// <summary>One sentence without a full stop.</summary>
    public override string ToString() => $"Access Analyzer was not heard ({Operation}): {Reason}";
}

/// <summary>Why an answer is missing.</summary>
public enum ConfirmationGapKind
{
    /// <summary>The document has parts that are not known before deployment, or is no text that can be sent.</summary>
    CannotBeAsked,

    /// <summary>No region is configured.</summary>
    NoRegion,

    /// <summary>There are no credentials, or AWS does not take them.</summary>
    NoCredentials,

    /// <summary>The caller may not use the operation.</summary>
    AccessDenied,

    /// <summary>The service does not take the question.</summary>
    Refused,

    /// <summary>There were too many calls, also after waiting.</summary>
    Throttled,

    /// <summary>The service failed, also when asked again.</summary>
    ServiceFailed,

    /// <summary>No answer came in time.</summary>
    TimedOut,

    /// <summary>There is no way to the service, or the connection was cut.</summary>
    Unreachable,

    /// <summary>What came is not what the service promises.</summary>
    WrongAnswer,
}
