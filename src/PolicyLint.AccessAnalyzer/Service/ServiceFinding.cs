using System.Collections.Immutable;

namespace PolicyLint.AccessAnalyzer;

/// <summary>A finding of ValidatePolicy.</summary>
/// <param name="IssueCode">What it is a case of: <c>PASS_ROLE_WITH_STAR_IN_RESOURCE</c>.</param>
/// <param name="FindingType"><c>ERROR</c>, <c>SECURITY_WARNING</c>, <c>WARNING</c> or <c>SUGGESTION</c>.</param>
/// <param name="Details">What is wrong, as the service says it.</param>
/// <param name="LearnMoreLink">The address of the page about it.</param>
/// <param name="Locations">Where; none for the whole document.</param>
public sealed record ServiceFinding(string IssueCode, string FindingType, string Details, string LearnMoreLink, ImmutableArray<ServiceLocation> Locations);

/// <summary>A place that the service names.</summary>
/// <param name="Path">The way to it from the root; empty for the whole document.</param>
/// <param name="Start">Where its text starts.</param>
/// <param name="End">The position after its last character.</param>
public sealed record ServiceLocation(ImmutableArray<PathStep> Path, LinePosition Start, LinePosition End);

/// <summary>What a <see cref="PathStep"/> goes to.</summary>
public enum PathStepKind
{
    /// <summary>The value under a name.</summary>
    Value,

    /// <summary>A name itself; always the last step.</summary>
    Key,

    /// <summary>An item of a list.</summary>
    Index,

    /// <summary>A part of a string; always the last step.</summary>
    Substring,
}

/// <summary>One step of a path.</summary>
/// <param name="Kind">What it goes to.</param>
/// <param name="Name">The name, for <see cref="PathStepKind.Value"/> and <see cref="PathStepKind.Key"/>.</param>
/// <param name="Number">The index from 0, or where the part of a string starts.</param>
/// <param name="Length">The length of the part of a string.</param>
public readonly record struct PathStep(PathStepKind Kind, string? Name = null, int Number = 0, int Length = 0)
{
    /// <summary>A step from the members of the service's PathElement, of which exactly one is set.</summary>
    /// <exception cref="InvalidDataException">None is set.</exception>
    public static PathStep From(string? value, string? key, int? index, int? substringStart, int? substringLength) =>
        value is not null ? new(PathStepKind.Value, value)
        : key is not null ? new(PathStepKind.Key, key)
        : index is { } item ? new(PathStepKind.Index, Number: item)
        : substringStart is { } start ? new(PathStepKind.Substring, Number: start, Length: substringLength ?? 0)
        : throw new InvalidDataException("A step of a path is empty.");
}
