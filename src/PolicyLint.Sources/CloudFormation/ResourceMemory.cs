namespace PolicyLint.Sources.CloudFormation;

/// <summary>What was read of a resource in earlier scenarios.</summary>
internal sealed class ResourceMemory
{
    private readonly Dictionary<string, List<ReadOnlyMemory<byte>>> _texts = new(StringComparer.Ordinal);

    /// <summary>Where values stand that were looked at.</summary>
    public HashSet<TextSpan> Places { get; } = [];

    /// <summary>
    /// Keeps a policy. False for the first of its address, true where that is another in another scenario; null where it was there
    /// already.
    /// </summary>
    public bool? Add(string address, SourceText text)
    {
        if (!_texts.TryGetValue(address, out List<ReadOnlyMemory<byte>>? known))
            _texts.Add(address, known = []);

        if (known.Exists(other => other.Span.SequenceEqual(text.Bytes.Span)))
            return null;

        known.Add(text.Bytes);
        return known.Count > 1;
    }
}
