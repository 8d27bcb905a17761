namespace PolicyLint.AccessAnalyzer.Caching;

/// <summary>
/// Keeps answers as files of a directory, one each, so that the next run need not ask. A file is written beside its place and
/// moved there, so that no reader sees half of one.
/// </summary>
public sealed class FileConfirmationCache : IConfirmationCache
{
    private readonly string _directory;
    private readonly TimeSpan _maxAge;
    private readonly TimeProvider _clock;

    /// <summary>A cache in a directory. It is made when the first answer is kept.</summary>
    /// <param name="directory">The directory, of nobody else's files.</param>
    /// <param name="maxAge">How long an answer is good, for the service learns; null for seven days.</param>
    /// <param name="clock">The clock; null for the machine's.</param>
    public FileConfirmationCache(string directory, TimeSpan? maxAge = null, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        _directory = directory;
        _maxAge = maxAge ?? TimeSpan.FromDays(7);
        _clock = clock ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            string path = PathOf(key);
            if (!File.Exists(path) || _clock.GetUtcNow() - File.GetLastWriteTimeUtc(path) > _maxAge)
                return null;

            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask SetAsync(string key, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        string path = PathOf(key);
        string draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(_directory);
            await File.WriteAllBytesAsync(draft, answer, cancellationToken).ConfigureAwait(false);
            File.SetLastWriteTimeUtc(draft, _clock.GetUtcNow().UtcDateTime);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            Discard(draft);
        }
    }

    private string PathOf(string key) => Path.Combine(_directory, $"{key}.json");

    private static void Discard(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nothing reads a draft.
        }
    }
}
