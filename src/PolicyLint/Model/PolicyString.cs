using System.Text;
using PolicyLint.Parsing;

namespace PolicyLint;

/// <summary>A string of the document: its decoded value and where its literal stands.</summary>
public sealed class PolicyString : PolicyNode
{
    /// <summary>
    /// Stands in <see cref="Value"/> for a part that is not known before deployment (a template parameter, a value
    /// known after apply). The character is no character (U+FFFF) and no policy may contain it.
    /// </summary>
    public const char Unknown = '\uFFFF';

    private readonly SourceText _source;
    private string? _value;

    /// <param name="source">The text that the literal stands in.</param>
    /// <param name="span">The literal with its quotes.</param>
    /// <param name="place">The way to it.</param>
    /// <param name="hasEscapes">Whether the literal has a backslash.</param>
    /// <param name="value">The decoded value where it is at hand.</param>
    internal PolicyString(SourceText source, TextSpan span, PolicyPlace place, bool hasEscapes, string? value = null)
        : base(span, place)
    {
        _source = source;
        _value = value;
        HasEscapes = hasEscapes;
    }

    /// <summary>The value with JSON escapes decoded.</summary>
    public string Value => _value ??= HasEscapes ? JsonText.Unescape(Literal, out _) : Decode(Literal);

    /// <summary>
    /// The value in UTF-8. Most strings are the bytes of their literal, and most are only looked up: those are never
    /// made into a <see cref="string"/>.
    /// </summary>
    internal ReadOnlySpan<byte> Utf8 => HasEscapes ? Encoding.UTF8.GetBytes(Value) : Literal;

    /// <summary>Whether the literal contains a backslash, so that places inside it cannot be told by counting.</summary>
    internal bool HasEscapes { get; }

    /// <summary>Whether a part of the value is not known before deployment.</summary>
    public bool HasUnknown => _source.MayHaveUnknown && Utf8.IndexOf("\uFFFF"u8) >= 0;

    /// <summary>The value.</summary>
    public override string ToString() => Value;

    private ReadOnlySpan<byte> Literal => _source.Utf8.Slice(Span.Start + 1, Span.Length - 2);

    private static string Decode(ReadOnlySpan<byte> literal) => literal is [(byte)'*'] ? "*" : Encoding.UTF8.GetString(literal);
}
