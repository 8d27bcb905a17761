using PolicyLint.AccessAnalyzer.Confirming;

namespace PolicyLint.AccessAnalyzer;

/// <summary>
/// Has Access Analyzer look at what was linted. Each finding gets its <see cref="Confirmation"/>, and what the service finds
/// and no rule did is added under the service's own code. The silence of the service takes nothing away.
/// </summary>
/// <remarks>Serves any number of documents at once. What it met on its way, no network say, it remembers for the next ones.</remarks>
/// <example>
/// <code>
/// using var service = new AccessAnalyzerService();
/// using var pass = new AccessAnalyzerPass(service, new ConfirmationOptions { Mode = ConfirmationMode.Required });
/// ConfirmedResult confirmed = await pass.ConfirmAsync(linter.Lint(document), cancellationToken);
/// bool mayGoOut = confirmed.Result.IsClean();
/// foreach (ConfirmationGap gap in confirmed.Gaps) log.WriteLine(gap);
/// </code>
/// </example>
public sealed class AccessAnalyzerPass : IFindingConfirmer, IDisposable
{
    private readonly ConfirmationOptions _options;
    private readonly Witness _witness;

    /// <summary>A pass that asks a service.</summary>
    /// <param name="service">Whom to ask. With <see cref="ConfirmationMode.Off"/> it is not touched.</param>
    /// <param name="options">How to ask; null for <see cref="ConfirmationOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time limit or the concurrency is not positive.</exception>
    public AccessAnalyzerPass(IPolicyValidationService service, ConfirmationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        _options = options ?? ConfirmationOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_options.TimeLimit, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.MaxConcurrency);
        _witness = new Witness(service, _options);
    }

    /// <summary>Asks about one document.</summary>
    /// <param name="result">What linting it gave.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <returns>The findings confirmed or not, and which answers are missing. Never throws for a service that does not answer.</returns>
    /// <exception cref="OperationCanceledException">The caller ended the pass.</exception>
    public async Task<ConfirmedResult> ConfirmAsync(LintResult result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (_options.Mode == ConfirmationMode.Off)
            return new ConfirmedResult(result, []);

        var hearing = new Hearing(result, _options, _witness);
        await hearing.RunAsync(cancellationToken).ConfigureAwait(false);
        bool isComplete = _options.Mode != ConfirmationMode.Required || hearing.Gaps.IsEmpty;
        return new ConfirmedResult(result.With(hearing.Findings, isComplete), hearing.Gaps);
    }

    /// <inheritdoc/>
    async ValueTask<LintResult> IFindingConfirmer.ConfirmAsync(LintResult result, CancellationToken cancellationToken) =>
        (await ConfirmAsync(result, cancellationToken).ConfigureAwait(false)).Result;

    /// <summary>Releases what bounds the number of calls. The service is the caller's.</summary>
    public void Dispose() => _witness.Dispose();
}
