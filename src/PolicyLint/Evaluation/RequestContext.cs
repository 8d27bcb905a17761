using System.Collections.Immutable;

namespace PolicyLint.Evaluation;

/// <summary>
/// The keys of a request that conditions ask for and policy variables name: <c>aws:SourceIp</c>, <c>s3:prefix</c>,
/// <c>aws:PrincipalTag/team</c>… Immutable. Names are compared without regard to case; a key has one value or many. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">global condition context keys</see>.
/// </summary>
/// <remarks>
/// A value that is not known, of a key that is in the request, is written <see cref="PolicyString.Unknown"/>. Nothing here has
/// a clock: <c>aws:CurrentTime</c> and <c>aws:EpochTime</c> are in the request only if given.
/// </remarks>
public sealed class RequestContext
{
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> NoKeys =
        ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase);

    // A key known to be absent is kept with a default array.
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _keys;

    private RequestContext(ImmutableDictionary<string, ImmutableArray<string>> keys, bool isComplete)
    {
        _keys = keys;
        IsComplete = isComplete;
    }

    /// <summary>A request without keys, but for those that follow from principal and resource.</summary>
    public static RequestContext Empty { get; } = new(NoKeys, isComplete: true);

    /// <summary>A request of which no key is known, nor whether it is there.</summary>
    public static RequestContext Open { get; } = new(NoKeys, isComplete: false);

    /// <summary>Whether a key that is not given is absent; else nothing is known about it.</summary>
    public bool IsComplete { get; }

    /// <summary>The same with a key, in place of what was known of it.</summary>
    /// <param name="key">The key's name.</param>
    /// <param name="values">Its values; none for a multivalued key with an empty set of values.</param>
    public RequestContext With(string key, params ReadOnlySpan<string> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new(_keys.SetItem(key, [.. values]), IsComplete);
    }

    /// <summary>The same with a key that is certainly not in the request, also where AWS would fill it in.</summary>
    /// <param name="key">The key's name.</param>
    public RequestContext Without(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new(_keys.SetItem(key, default), IsComplete);
    }

    /// <summary>What was told of a key; null for nothing.</summary>
    internal ContextKey? Find(string key) =>
        !_keys.TryGetValue(key, out ImmutableArray<string> values) ? null : values.IsDefault ? ContextKey.Absent : ContextKey.Of(values);
}

/// <summary>What is known of one key of a request.</summary>
/// <param name="Presence">Whether the key is in the request.</param>
/// <param name="Values">Its values where it is.</param>
internal readonly record struct ContextKey(Truth Presence, ImmutableArray<string> Values)
{
    public static ContextKey Absent { get; } = new(Truth.No, []);

    public static ContextKey Unknown { get; } = new(Truth.Maybe, []);

    public static ContextKey Of(ImmutableArray<string> values) => new(Truth.Yes, values);
}
