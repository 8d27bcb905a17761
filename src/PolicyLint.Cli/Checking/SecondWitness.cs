using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer;

namespace PolicyLint.Cli.Checking;

/// <summary>Asks Access Analyzer about what was linted, where the call wants that.</summary>
internal sealed class SecondWitness : IFindingConfirmer, IDisposable
{
    private readonly IPolicyValidationService _service;
    private readonly AccessAnalyzerPass _pass;

    private SecondWitness(Terminal terminal, ConfirmationMode mode)
    {
        _service = terminal.ValidationService();
        _pass = new AccessAnalyzerPass(_service, new ConfirmationOptions { Mode = mode });
    }

    /// <summary>The witness; null where nobody is to be asked, and then nothing of it is loaded.</summary>
    public static SecondWitness? Call(Terminal terminal, ConfirmationMode mode) => mode == ConfirmationMode.Off ? null : new(terminal, mode);

    /// <summary>The result with what the service says, and the answers that are missing.</summary>
    public (LintResult Result, ImmutableArray<ConfirmationGap> Gaps) Ask(LintResult result)
    {
        ConfirmedResult confirmed = _pass.ConfirmAsync(result).GetAwaiter().GetResult();
        return (confirmed.Result, confirmed.Gaps);
    }

    /// <summary>The answers that were missing when a gate asked.</summary>
    public ImmutableArray<ConfirmationGap> Gaps { get; private set; } = [];

    async ValueTask<LintResult> IFindingConfirmer.ConfirmAsync(LintResult result, CancellationToken cancellationToken)
    {
        ConfirmedResult confirmed = await _pass.ConfirmAsync(result, cancellationToken).ConfigureAwait(false);
        Gaps = confirmed.Gaps;
        return confirmed.Result;
    }

    public void Dispose()
    {
        _pass.Dispose();
        (_service as IDisposable)?.Dispose();
    }
}
