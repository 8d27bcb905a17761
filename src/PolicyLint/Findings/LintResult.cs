using System.Collections.Immutable;

namespace PolicyLint;

/// <summary>What linting one policy document gave.</summary>
public sealed class LintResult
{
    internal LintResult(PolicyDocument document, ImmutableArray<Finding> findings, ImmutableArray<NotEvaluated> notEvaluated, bool isComplete)
    {
        Document = document;
        Findings = findings;
        NotEvaluated = notEvaluated;
        IsComplete = isComplete;
    }

    /// <summary>The document.</summary>
    public PolicyDocument Document { get; }

    /// <summary>The findings, in the order of the source, then of the rule ids.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>What could not be judged.</summary>
    public ImmutableArray<NotEvaluated> NotEvaluated { get; }

    /// <summary>False when a rule failed (PL0001): then the absence of findings means nothing.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether the document was read to its end, every rule ran, and nothing weighs <paramref name="threshold"/> or more.</summary>
    public bool IsClean(Severity threshold = Severity.Warning) =>
        IsComplete && Document.IsReadable && !Findings.Any(finding => finding.Severity >= threshold);
}
