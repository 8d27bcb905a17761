namespace PolicyLint.Reporting;

/// <summary>
/// Writes the results of a run in one format: first each document, in the order of the input, then once the end. A
/// host file is several documents, one after the other. It writes to what it was given and neither closes it nor flushes it before <see cref="Finish"/>.
/// </summary>
public interface IReporter
{
    /// <summary>Writes what linting one document gave.</summary>
    void Report(LintResult result);

    /// <summary>Writes what could not be judged and is in no result: a policy of a host file that is not known before deployment.</summary>
    void Report(NotEvaluated part);

    /// <summary>Writes that an input could not be checked at all.</summary>
    void Report(InputFailure failure);

    /// <summary>Ends the output.</summary>
    /// <param name="summary">The counts over the whole run.</param>
    void Finish(RunSummary summary);
}
