namespace PolicyLint.AccessAnalyzer.Caching;

/// <summary>
/// Keeps answers of Access Analyzer. A cache is a convenience: what it has lost or damaged is asked again, and it never holds
/// credentials. Answers may name parts of the policy.
/// </summary>
public interface IConfirmationCache
{
    /// <summary>The answer kept under a key; null where there is none.</summary>
    /// <param name="key">64 hexadecimal digits: the SHA-256 of the whole question, the region, and the version of the answers' form.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps an answer. Where that fails, nothing is kept and nothing is thrown.</summary>
    /// <param name="key">As in <see cref="GetAsync"/>.</param>
    /// <param name="answer">The answer, as JSON.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask SetAsync(string key, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken);
}
