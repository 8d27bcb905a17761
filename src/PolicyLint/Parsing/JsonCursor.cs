using System.Text;
using System.Text.Json;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <summary>
/// Steps through the tokens of a document: strictly, or leniently, when comments and trailing commas, which JSON does not
/// have, are reported and stepped over, so that the rest can still be checked.
/// </summary>
internal ref struct JsonCursor
{
    /// <summary>Deeper than any policy, shallow enough for any stack.</summary>
    public const int MaxDepth = 64;

    /// <summary>
    /// Comments and trailing commas are stepped over, so that the rest can be checked. (Not <c>Allow</c>: a reader that
    /// gives comments as tokens forgets what may follow them, and takes <c>"a": /**/, "b": 1</c> for JSON.)
    /// </summary>
    public static readonly JsonReaderOptions LenientOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    private static readonly JsonReaderOptions StrictOptions = new() { MaxDepth = MaxDepth };

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _contentStart;
    private readonly ProblemList _problems;
    private Utf8JsonReader _reader;
    private readonly bool _isLenient;
    private readonly bool _mayHaveUnknown;
    private int _lastEnd;

    public JsonCursor(SourceText source, bool isLenient, ProblemList problems)
    {
        _isLenient = isLenient;
        _mayHaveUnknown = source.Origin is not null;
        _contentStart = source.ContentStart;
        _bytes = source.Bytes.Span;
        _problems = problems;
        _lastEnd = _contentStart;
        _reader = new Utf8JsonReader(_bytes[_contentStart..], isLenient ? LenientOptions : StrictOptions);
    }

    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Where the current token starts.</summary>
    public readonly int Start => _contentStart + (int)_reader.TokenStartIndex;

    /// <summary>Where reading has come to: after the current token and, for a name, after its colon.</summary>
    public readonly int Position => _contentStart + (int)_reader.BytesConsumed;

    public readonly int Depth => _reader.CurrentDepth;

    /// <summary>The current scalar or name, with its quotes.</summary>
    public readonly TextSpan Span => Token is JsonTokenType.String or JsonTokenType.PropertyName
        ? new TextSpan(Start, _reader.ValueSpan.Length + 2)
        : TextSpan.FromBounds(Start, Position);

    /// <summary>Whether the current string has a backslash.</summary>
    public readonly bool HasEscapes => _reader.ValueIsEscaped;

    /// <summary>The inside of the current string or name as it stands.</summary>
    public readonly ReadOnlySpan<byte> Raw => _reader.ValueSpan;

    /// <summary>Goes to the next token. Throws <see cref="JsonException"/> where the text is no JSON.</summary>
    public bool Next()
    {
        bool hasToken = _reader.Read();
        if (_isLenient)
            CheckGap(hasToken);

        return hasToken;
    }

    /// <summary>Steps over the current value, whatever it is, and stands on its last token.</summary>
    public void Skip()
    {
        if (Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;

        int depth = Depth;
        do
            Next();
        while (Depth > depth || Token is not (JsonTokenType.EndObject or JsonTokenType.EndArray));
    }

    /// <summary>The current string or name, decoded; reports what is wrong with its escapes.</summary>
    public readonly string ReadText(PolicyPlace place)
    {
        CheckEscapes(place);
        return HasEscapes ? JsonText.Unescape(Raw, out _) : Encoding.UTF8.GetString(Raw);
    }

    /// <summary>Reports what is wrong with the escapes of the current string or name.</summary>
    public readonly void CheckEscapes(PolicyPlace place)
    {
        if (!HasEscapes)
            return;

        string text = JsonText.Unescape(Raw, out int badEscape);
        if (badEscape >= 0)
        {
            var span = new TextSpan(Start + 1 + badEscape, 6);
            _problems.Add(GrammarRules.UnpairedSurrogate, $"`{Encoding.UTF8.GetString(Raw.Slice(badEscape, 6))}` is half of a surrogate pair", span, place);
        }

        if (!_mayHaveUnknown && text.Contains(PolicyString.Unknown, StringComparison.Ordinal))
            _problems.Add(GrammarRules.InvalidCharacter, "A policy may not contain the noncharacter U+FFFF", Span, place);
    }

    /// <summary>The literal of the current number or Boolean.</summary>
    public readonly string ReadLiteral() => Token switch
    {
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => Encoding.UTF8.GetString(_reader.ValueSpan),
    };

    // Between two tokens there is only white space, comments and at most one comma.
    private void CheckGap(bool hasToken)
    {
        bool closes = hasToken && Token is JsonTokenType.EndObject or JsonTokenType.EndArray;
        ReportGap(hasToken ? Start : _bytes.Length, closes);
        _lastEnd = Position;
    }

    private readonly void ReportGap(int end, bool closes)
    {
        int at = _lastEnd;
        while (_bytes[at..end].IndexOfAny((byte)'/', (byte)',') is var next and >= 0)
        {
            at += next;
            int length = JsonComment.LengthOf(_bytes[at..end]);
            if (length > 0)
                _problems.Add(GrammarRules.Comment, "JSON has no comments", new TextSpan(at, length), PolicyPath.Root);
            else if (closes)
                _problems.Add(GrammarRules.TrailingComma, $"No comma may stand before `{(char)_bytes[end]}`", new TextSpan(at, 1), PolicyPath.Root);

            at += Math.Max(1, length);
        }
    }
}
