namespace PolicyLint.Sources.Json;

/// <summary>A value in a host file, JSON or YAML, and where it stands.</summary>
/// <param name="span">Where, in UTF-8 bytes of the file: a string with its quotes, a list or an object with its brackets.</param>
internal abstract class HostNode(TextSpan span)
{
    /// <summary>Where it stands. A block of YAML goes from its first name or item to the end of its last value.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The tag that YAML gives it, such as <c>!Sub</c>; null without one. <see cref="Span"/> starts at the tag.</summary>
    public string? Tag { get; init; }

    /// <summary>Where it opens: its bracket, or in a block of YAML its first name or its first dash.</summary>
    public virtual TextSpan Opening => Span with { Length = Math.Min(1, Span.Length) };

    /// <summary>Where it closes: its bracket, or the end of a block of YAML, without a length.</summary>
    public virtual TextSpan Closing => Span.Length == 0 ? Span : new TextSpan(Span.End - 1, 1);

    /// <summary>The value of a name in an object, the last one where it is there twice; null where it is not there or this is no object.</summary>
    public HostNode? this[string name] => (this as HostMapping)?.Find(name)?.Value;

    /// <summary>The items of a list; none where this is no list.</summary>
    public IReadOnlyList<HostNode> Items => this is HostSequence list ? list.Values : [];

    /// <summary>The members of an object, in the order of the file; none where this is no object.</summary>
    public IReadOnlyList<HostMember> Members => this is HostMapping map ? map.Entries : [];

    /// <summary>The text of a string; null where this is no string.</summary>
    public string? Text => this is HostScalar { IsString: true } scalar ? scalar.Value : null;
}

/// <summary>How a scalar is written.</summary>
internal enum ScalarStyle
{
    /// <summary>A string of JSON, with its escapes.</summary>
    Json,

    /// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c> of JSON.</summary>
    JsonLiteral,

    /// <summary>YAML without quotes.</summary>
    Plain,

    /// <summary>YAML in single quotes.</summary>
    SingleQuoted,

    /// <summary>YAML in double quotes, with its escapes.</summary>
    DoubleQuoted,

    /// <summary>YAML's <c>|</c> block.</summary>
    Literal,

    /// <summary>YAML's <c>&gt;</c> block.</summary>
    Folded,

    /// <summary>A string that stands nowhere as it is: functions of a template make it.</summary>
    Computed,
}

/// <summary>A part of a string that functions make: a part of a scalar, or a text that stands for all of a place.</summary>
/// <param name="Text">The part.</param>
/// <param name="Place">Where what makes it stands.</param>
/// <param name="Scalar">The scalar that it is a part of; null where it is another text than stands there.</param>
/// <param name="Start">Where in the scalar's value it starts.</param>
/// <param name="Replaced">How many letters of the scalar it stands for; null where it is those letters.</param>
internal readonly record struct TextPart(string Text, TextSpan Place, HostScalar? Scalar = null, int Start = 0, int? Replaced = null);

/// <summary>A string, a number, a Boolean or null.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="value">Its text, decoded; of a number or a Boolean, as written.</param>
/// <param name="style">How it is written.</param>
internal sealed class HostScalar(TextSpan span, string value, ScalarStyle style) : HostNode(span)
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;

    /// <summary>How it is written.</summary>
    public ScalarStyle Style { get; } = style;

    /// <summary>What a computed string is put together from; null for one part that is not worth telling.</summary>
    public IReadOnlyList<TextPart>? Parts { get; init; }

    /// <summary>
    /// Whether it is nothing: JSON's <c>null</c>, and in YAML the same without quotes, a tilde, or no text at all.
    /// </summary>
    public bool IsNull => Style switch
    {
        ScalarStyle.JsonLiteral => Value == "null",
        ScalarStyle.Plain => Tag is null && Value is "" or "~" or "null" or "Null" or "NULL",
        _ => false,
    };

    /// <summary>Whether it is <c>true</c> or <c>false</c>, without quotes.</summary>
    public bool IsBoolean => Style switch
    {
        ScalarStyle.JsonLiteral => Value is "true" or "false",
        ScalarStyle.Plain => Value is "true" or "True" or "TRUE" or "false" or "False" or "FALSE",
        _ => false,
    };

    /// <summary>Whether it is a string. A number without quotes is one in YAML, for an account is written that way.</summary>
    public bool IsString => Style != ScalarStyle.JsonLiteral && !IsNull && !IsBoolean;

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A list.</summary>
internal sealed class HostSequence(TextSpan span, IReadOnlyList<HostNode> values) : HostNode(span)
{
    /// <summary>Its items.</summary>
    public IReadOnlyList<HostNode> Values { get; } = values;

    /// <summary>Whether it is a block of YAML, which has no brackets.</summary>
    public bool IsBlock { get; init; }

    /// <inheritdoc/>
    public override TextSpan Opening => IsBlock && Tag is not null && Values is [var first, ..] ? first.Span with { Length = 0 } : base.Opening;

    /// <inheritdoc/>
    public override TextSpan Closing => IsBlock ? new TextSpan(Span.End, 0) : base.Closing;
}

/// <summary>A name and its value.</summary>
/// <param name="Key">The name; in YAML also a number or a Boolean without quotes is one.</param>
/// <param name="Value">The value.</param>
internal readonly record struct HostMember(HostScalar Key, HostNode Value)
{
    /// <summary>The text of the name.</summary>
    public string Name => Key.Value;
}

/// <summary>An object. Names may be there twice: who reads it says what that means.</summary>
internal sealed class HostMapping(TextSpan span, IReadOnlyList<HostMember> entries) : HostNode(span)
{
    private const int Few = 8;

    private Dictionary<string, int>? _index;

    /// <summary>The members, in the order of the file.</summary>
    public IReadOnlyList<HostMember> Entries { get; } = entries;

    /// <summary>Whether it is a block of YAML, which has no brackets.</summary>
    public bool IsBlock { get; init; }

    /// <inheritdoc/>
    public override TextSpan Opening => IsBlock && Entries is [var first, ..] ? first.Key.Span : base.Opening;

    /// <inheritdoc/>
    public override TextSpan Closing => IsBlock ? new TextSpan(Span.End, 0) : base.Closing;

    /// <summary>The last member of that name.</summary>
    public HostMember? Find(string name)
    {
        if (Entries.Count > Few)
            return Index().TryGetValue(name, out int found) ? Entries[found] : null;

        for (int i = Entries.Count - 1; i >= 0; i--)
        {
            if (Entries[i].Name == name)
                return Entries[i];
        }

        return null;
    }

    private Dictionary<string, int> Index()
    {
        if (_index is null)
        {
            var index = new Dictionary<string, int>(Entries.Count, StringComparer.Ordinal);
            for (int i = 0; i < Entries.Count; i++)
                index[Entries[i].Name] = i;
            _index = index;
        }

        return _index;
    }
}
