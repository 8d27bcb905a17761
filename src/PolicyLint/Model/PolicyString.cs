namespace PolicyLint;

/// <summary>A string of the document: its decoded value and where its literal stands.</summary>
public sealed class PolicyString : PolicyNode
{
    /// <summary>
    /// Stands in <see cref="Value"/> for a part that is not known before deployment (a template parameter, a value
    /// known after apply). The character is no character (U+FFFF) and no policy may contain it.
    /// </summary>
    public const char Unknown = '\uFFFF';

    internal PolicyString(string value, TextSpan span, PolicyPath path, int index, bool hasEscapes)
        : base(span, path, index)
    {
        Value = value;
        HasEscapes = hasEscapes;
    }

    /// <summary>The value with JSON escapes decoded.</summary>
    public string Value { get; }

    /// <summary>Whether the literal contains a backslash, so that places inside it cannot be told by counting.</summary>
    internal bool HasEscapes { get; }

    /// <summary>Whether a part of the value is not known before deployment.</summary>
    public bool HasUnknown => Value.Contains(Unknown, StringComparison.Ordinal);

    /// <summary>The value.</summary>
    public override string ToString() => Value;
}
