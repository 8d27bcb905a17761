namespace PolicyLint;

/// <summary>A second witness, asked about the findings of one document before a <see cref="PolicyGate"/> lets it out.</summary>
public interface IFindingConfirmer
{
    /// <summary>Asks about a document.</summary>
    /// <param name="result">What linting it gave.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>
    /// The same result with each finding's <see cref="Finding.Confirmation"/> and the findings that only the witness has. Where
    /// an answer is missing that must not be, it is not complete.
    /// </returns>
    ValueTask<LintResult> ConfirmAsync(LintResult result, CancellationToken cancellationToken);
}
