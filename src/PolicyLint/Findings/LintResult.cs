using System.Collections.Immutable;

namespace PolicyLint;

/// <summary>What linting one policy document gave. Immutable.</summary>
public sealed class LintResult
{
    internal LintResult(PolicyDocument document, ImmutableArray<Finding> findings, ImmutableArray<NotEvaluated> notEvaluated, bool isComplete)
    {
        Document = document;
        Findings = findings;
        NotEvaluated = notEvaluated;
        IsComplete = isComplete;
    }

    /// <summary>The document, with the policy type that it was held to.</summary>
    public PolicyDocument Document { get; }

    /// <summary>The findings, in the order of the source, then of the rule ids.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>The findings that are errors.</summary>
    public IEnumerable<Finding> Errors => Of(Severity.Error);

    /// <summary>The findings that are warnings.</summary>
    public IEnumerable<Finding> Warnings => Of(Severity.Warning);

    /// <summary>The findings that are suggestions.</summary>
    public IEnumerable<Finding> Suggestions => Of(Severity.Suggestion);

    /// <summary>What could not be judged, in the order of the source: the absence of findings means nothing there.</summary>
    public ImmutableArray<NotEvaluated> NotEvaluated { get; }

    /// <summary>
    /// False when a rule failed (PL0001), when a confirmation that the caller required is missing, or where the profile is Access
    /// Analyzer's and the service refuses the policy for its size: then the absence of findings means nothing.
    /// </summary>
    public bool IsComplete { get; }

    /// <summary>Whether the document was read to its end, every rule ran, and nothing weighs <paramref name="threshold"/> or more.</summary>
    /// <param name="threshold">The least severity that counts. With <see cref="Severity.Error"/>, warnings pass.</param>
    public bool IsClean(Severity threshold = Severity.Warning) =>
        IsComplete && Document.IsReadable && !Findings.Any(finding => finding.Severity >= threshold);

    /// <summary>The same result with other findings, as a second witness leaves them. This one stays as it is.</summary>
    /// <param name="findings">The findings, in any order.</param>
    /// <param name="isComplete">False where something that was required is missing. What is not complete stays so.</param>
    public LintResult With(IEnumerable<Finding> findings, bool isComplete = true)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return new(Document, [.. findings.Order(FindingSink.InSource)], NotEvaluated, IsComplete && isComplete);
    }

    /// <summary>The same result with other parts that could not be judged. This one stays as it is.</summary>
    /// <param name="parts">The parts, in the order of the source.</param>
    public LintResult WithNotEvaluated(IEnumerable<NotEvaluated> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new(Document, Findings, [.. parts], IsComplete);
    }

    /// <summary>Each finding on a line of its own, as <see cref="Finding.ToString"/> writes it; <c>No findings</c> where there are none.</summary>
    public override string ToString() => Findings.IsEmpty ? "No findings" : string.Join('\n', Findings);

    private IEnumerable<Finding> Of(Severity severity) => Findings.Where(finding => finding.Severity == severity);
}
