using System.Collections.Concurrent;
using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer.Caching;

namespace PolicyLint.AccessAnalyzer.Confirming;

/// <summary>An answer, or why there is none.</summary>
internal readonly record struct Answer<T>(T? Value, ConfirmationGap? Gap);

/// <summary>
/// Puts questions: from what is kept, else to the service, few at once and each for a limited time. What will not get better
/// by asking again, no credentials or no network, is met once and then remembered for a while: a program may run for months.
/// </summary>
internal sealed class Witness(IPolicyValidationService service, ConfirmationOptions options) : IDisposable
{
    public const string ValidatePolicy = "ValidatePolicy";
    public const string CheckAccessNotGranted = "CheckAccessNotGranted";

    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _slots = new(options.MaxConcurrency);
    private readonly ConcurrentDictionary<string, (ConfirmationGap Gap, DateTimeOffset Until)> _standing = new(StringComparer.Ordinal);

    public Task<Answer<ImmutableArray<ServiceFinding>>> AskAsync(ValidationQuestion question, CancellationToken cancellationToken) =>
        AskAsync(
            ValidatePolicy,
            region => QuestionKey.Of(ValidatePolicy, region, question),
            FindingsAnswer.Form,
            token => service.ValidateAsync(question, token),
            cancellationToken);

    public Task<Answer<bool>> AskAsync(AccessQuestion question, CancellationToken cancellationToken) =>
        AskAsync(
            CheckAccessNotGranted,
            region => QuestionKey.Of(CheckAccessNotGranted, region, question),
            GrantAnswer.Form,
            token => service.IsGrantedAsync(question, token),
            cancellationToken);

    public void Dispose() => _slots.Dispose();

    private async Task<Answer<T>> AskAsync<T>(string operation, Func<string, string> keyIn, AnswerForm<T> form, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(options.TimeLimit);

            // On a thread of the pool, and waited for: looking for credentials blocks, and a service may not heed the token.
            return await Task
                .Run(() => RecallOrCallAsync(operation, keyIn, form, call, limit.Token), limit.Token)
                .WaitAsync(limit.Token)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            ConfirmationGap gap = FailureReason.Of(exception, operation);
            Remember(gap);
            return new(default, gap);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<Answer<T>> RecallOrCallAsync<T>(string operation, Func<string, string> keyIn, AnswerForm<T> form, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        string key = keyIn(service.Region);
        if (options.Cache is { } cache && await cache.GetAsync(key, cancellationToken).ConfigureAwait(false) is { } kept && form.TryRead(kept, out T? known))
            return new(known, null);

        if (_standing.TryGetValue(operation, out (ConfirmationGap Gap, DateTimeOffset Until) standing) && options.Clock.GetUtcNow() < standing.Until)
            return new(default, standing.Gap);

        T value = await call(cancellationToken).ConfigureAwait(false);
        form.Demand(value);
        if (options.Cache is not null)
            await options.Cache.SetAsync(key, form.Write(value), cancellationToken).ConfigureAwait(false);

        return new(value, null);
    }

    private void Remember(ConfirmationGap gap)
    {
        string[] operations = gap.Kind switch
        {
            ConfirmationGapKind.AccessDenied => [gap.Operation],
            ConfirmationGapKind.NoRegion or ConfirmationGapKind.NoCredentials or ConfirmationGapKind.Unreachable or ConfirmationGapKind.TimedOut =>
                [ValidatePolicy, CheckAccessNotGranted],
            _ => [],
        };

        foreach (string operation in operations)
            _standing[operation] = (gap, options.Clock.GetUtcNow() + RememberedFor);
    }
}
