using System.Text;
using System.Text.Json;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <summary>
/// Steps through the tokens of a document. Comments and trailing commas, which JSON does not have, are reported and
/// stepped over, so that the rest can still be checked.
/// </summary>
internal ref struct JsonCursor
{
    /// <summary>Deeper than any policy, shallow enough for any stack.</summary>
    public const int MaxDepth = 64;

    /// <summary>Comments and trailing commas are read, so that they can be reported and the rest checked.</summary>
    public static readonly JsonReaderOptions ReaderOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Allow,
        MaxDepth = MaxDepth,
    };

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _contentStart;
    private readonly ProblemList _problems;
    private Utf8JsonReader _reader;
    private int _gapStart;
    private int _commaAt;

    public JsonCursor(SourceText source, ProblemList problems)
    {
        _contentStart = source.ContentStart;
        _bytes = source.Bytes.Span;
        _problems = problems;
        _gapStart = _contentStart;
        _commaAt = -1;
        _reader = new Utf8JsonReader(_bytes[_contentStart..], ReaderOptions);
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
        while (_reader.Read())
        {
            if (Token == JsonTokenType.Comment)
            {
                ReportComment();
                continue;
            }

            if (Token is JsonTokenType.EndObject or JsonTokenType.EndArray)
                ReportTrailingComma();

            _gapStart = Position;
            _commaAt = -1;
            return true;
        }

        return false;
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

    /// <summary>The current string or name, decoded.</summary>
    public readonly string ReadText(PolicyPath path)
    {
        ReadOnlySpan<byte> raw = _reader.ValueSpan;
        if (!_reader.ValueIsEscaped)
            return raw.Length == 1 && raw[0] == '*' ? "*" : Encoding.UTF8.GetString(raw);

        string text = JsonText.Unescape(raw, out int badEscape);
        if (badEscape >= 0)
        {
            var span = new TextSpan(Start + 1 + badEscape, 6);
            _problems.Add(GrammarRules.UnpairedSurrogate, $"`{Encoding.UTF8.GetString(raw.Slice(badEscape, 6))}` is half of a surrogate pair", span, path);
        }

        if (text.Contains(PolicyString.Unknown, StringComparison.Ordinal))
            _problems.Add(GrammarRules.InvalidCharacter, "A policy may not contain the noncharacter U+FFFF", Span, path);

        return text;
    }

    /// <summary>The literal of the current number or Boolean.</summary>
    public readonly string ReadLiteral() => Token switch
    {
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => Encoding.UTF8.GetString(_reader.ValueSpan),
    };

    private void ReportComment()
    {
        NoteComma(Start);
        int length = _bytes[Start..Position].TrimEnd("\r\n"u8).Length;
        _problems.Add(GrammarRules.Comment, "JSON has no comments", new TextSpan(Start, length), PolicyPath.Root);
        _gapStart = Position;
    }

    private void ReportTrailingComma()
    {
        NoteComma(Start);
        if (_commaAt >= 0)
            _problems.Add(GrammarRules.TrailingComma, $"No comma may stand before `{(char)_bytes[Start]}`", new TextSpan(_commaAt, 1), PolicyPath.Root);
    }

    // Between two tokens there is only white space, comments and at most one comma.
    private void NoteComma(int end)
    {
        int comma = _bytes[_gapStart..end].IndexOf((byte)',');
        if (comma >= 0)
            _commaAt = _gapStart + comma;
    }
}
