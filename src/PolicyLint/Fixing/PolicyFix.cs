using System.Collections.Immutable;

namespace PolicyLint.Fixing;

/// <summary>Whether a fix may be made without looking.</summary>
public enum FixSafety
{
    /// <summary>The policy allows and denies exactly what it did.</summary>
    Safe,

    /// <summary>What is allowed or denied may change: somebody has to look.</summary>
    Unsafe,
}

/// <summary>A change of a policy that mends something.</summary>
public sealed record PolicyFix
{
    /// <summary>The name of the rule whose finding it mends, or of the tidying that it is: <c>redundant-action</c>, <c>action-case</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, as a sentence in the imperative without a full stop; text of the policy in backticks.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it may be made without looking.</summary>
    public required FixSafety Safety { get; init; }

    /// <summary>The changes, which belong together and do not overlap.</summary>
    public required ImmutableArray<TextEdit> Edits { get; init; }

    /// <summary>The findings that it mends; none for a tidying that no rule asks for.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>
    /// Whether something is allowed afterwards that was not before: the policy then does what it says, which it did not.
    /// Such a fix is unsafe, and only made when its rule is named.
    /// </summary>
    public bool AllowsMore { get; init; }

    /// <summary>What somebody has to fill in or decide afterwards, as a clause without a full stop; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Name and title.</summary>
    public override string ToString() => $"{Name}: {Title}";

    internal bool Conflicts(PolicyFix other) => Edits.Any(edit => other.Edits.Any(edit.Conflicts));
}
