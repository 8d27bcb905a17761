using System.Collections.Immutable;

namespace PolicyLint.Fixing;

/// <summary>What fixing one policy gave. Immutable.</summary>
public sealed class FixResult
{
    internal FixResult(PolicyDocument original, LintResult result, ImmutableArray<PolicyFix> made, ImmutableArray<PolicyFix> left)
    {
        Original = original;
        Result = result;
        Made = made;
        Left = left;
    }

    /// <summary>The policy as it was.</summary>
    public PolicyDocument Original { get; }

    /// <summary>The policy as it is now.</summary>
    public PolicyDocument Document => Result.Document;

    /// <summary>What is still found in it.</summary>
    public LintResult Result { get; }

    /// <summary>The fixes that were made, in that order. Their places are those of the text that each was made in.</summary>
    public ImmutableArray<PolicyFix> Made { get; }

    /// <summary>Fixes for the policy as it is now that the options keep back.</summary>
    public ImmutableArray<PolicyFix> Left { get; }

    /// <summary>Whether anything changed.</summary>
    public bool IsChanged => !Document.Source.Bytes.Span.SequenceEqual(Original.Source.Bytes.Span);
}
