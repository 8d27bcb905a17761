namespace PolicyLint.Reporting;

/// <summary>An input that could not be checked at all: that nothing was found there means nothing.</summary>
/// <param name="Path">The name that the caller gave it; null where it has none.</param>
/// <param name="Reason">What kept it from being checked, as a clause without a full stop.</param>
public sealed record InputFailure(string? Path, string Reason);
