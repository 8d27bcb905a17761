namespace PolicyLint.Sources;

/// <summary>What a host file holds. The policies are read while they are enumerated, so that a huge file costs what one policy costs.</summary>
/// <param name="Kind">What the file is.</param>
/// <param name="Policies">The policies, in the order of the file. Enumerate them once, and before <paramref name="Gaps"/> and <paramref name="Problems"/>.</param>
/// <param name="Gaps">Policies, and parts of them, that are not known before deployment or that were not understood.</param>
/// <param name="Problems">What keeps the file from being read to its end; empty where it was.</param>
public sealed record SourceReading(SourceKind Kind, IEnumerable<HostedPolicy> Policies, IReadOnlyList<NotEvaluated> Gaps, IReadOnlyList<SourceProblem> Problems)
{
    /// <summary>Who has which of the policies, where the file tells: their permissions are what these say together.</summary>
    public IReadOnlyList<HostedPrincipal> Principals { get; init; } = [];
}

/// <summary>Something that keeps a host file from being read.</summary>
/// <param name="Message">What is wrong, as a clause without a full stop.</param>
/// <param name="Span">Where in the file.</param>
public sealed record SourceProblem(string Message, TextSpan Span);
