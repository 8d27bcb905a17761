using System.Collections.Concurrent;

namespace PolicyLint.AccessAnalyzer.Caching;

/// <summary>Keeps answers for as long as the program runs. Serves any number of threads.</summary>
/// <param name="capacity">The most answers; at that number the cache starts anew.</param>
public sealed class MemoryConfirmationCache(int capacity = 4096) : IConfirmationCache
{
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _answers = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ReadOnlyMemory<byte>?>(_answers.TryGetValue(key, out ReadOnlyMemory<byte> answer) ? answer : null);

    /// <inheritdoc/>
    public ValueTask SetAsync(string key, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        if (_answers.Count >= capacity)
            _answers.Clear();

        _answers[key] = answer;
        return ValueTask.CompletedTask;
    }
}
