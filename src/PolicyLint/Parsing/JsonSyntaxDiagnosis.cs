using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <summary>
/// Says in plain words why a text is no JSON, and where. Runs only after reading has failed: it reads again up to the
/// last whole token, and from there looks for the first byte that cannot be. (The reader's own positions cannot be
/// used: they drift behind comments and inside strings.)
/// </summary>
internal ref partial struct JsonSyntaxDiagnosis
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _end;
    private JsonTokenType _last;
    private int _depth;
    private ulong _objects; // a bit for each open bracket, the innermost lowest: whether it is a brace
    private int _at;

    private JsonSyntaxDiagnosis(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _end = bytes.TrimEnd(" \t\r\n"u8).Length;
    }

    /// <param name="bytes">The whole text, which is no JSON.</param>
    /// <param name="start">Where its content starts.</param>
    public static SyntaxError Explain(ReadOnlySpan<byte> bytes, int start)
    {
        var diagnosis = new JsonSyntaxDiagnosis(bytes);
        diagnosis.ReadWholeTokens(start);
        return diagnosis.FindError();
    }

    private void ReadWholeTokens(int start)
    {
        var reader = new Utf8JsonReader(_bytes[start..], JsonCursor.LenientOptions);
        _at = start;
        try
        {
            while (reader.Read())
            {
                _last = reader.TokenType;
                _at = start + (int)reader.BytesConsumed;
                if (_last is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    _depth++;
                    _objects = (_objects << 1) | (_last == JsonTokenType.StartObject ? 1u : 0u);
                }
                else if (_last is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    _depth--;
                    _objects >>= 1;
                }
            }
        }
        catch (JsonException)
        {
            // What was to be found: reading stops in the token after this place.
        }
    }

    private readonly bool InObject => (_objects & 1) != 0;

    private readonly char Closer => InObject ? '}' : ']';

    private SyntaxError FindError()
    {
        if (SkipTrivia() is { } badComment)
            return badComment;

        if (_last != JsonTokenType.None && _depth == 0)
            return new(GrammarRules.ContentAfterDocument, "Something stands after the end of the policy", Here());

        if (_last == JsonTokenType.None && _at >= _end)
            return new(GrammarRules.EmptyDocument, "The text has nothing but comments", new TextSpan(_end, 0));

        if (_last is JsonTokenType.None or JsonTokenType.PropertyName)
            return ExplainValue();

        if (_last is JsonTokenType.StartObject or JsonTokenType.StartArray)
            return InObject ? ExplainName() : ExplainValue();

        if (_at >= _end)
            return TextEnds();

        if (_bytes[_at] != ',')
            return ExplainMissingComma();

        _at++;
        if (SkipTrivia() is { } badCommentAfterComma)
            return badCommentAfterComma;

        return InObject ? ExplainName() : ExplainValue();
    }

    private readonly SyntaxError ExplainMissingComma() => (char)_bytes[_at] switch
    {
        '}' or ']' => WrongBracket(),
        '#' => new(GrammarRules.InvalidJson, "JSON has no comments", Here()),
        _ => new(GrammarRules.InvalidJson, "A comma is missing before this", _bytes[_at] is (byte)'"' or (byte)'{' or (byte)'[' ? Here() : Word()),
    };

    private SyntaxError ExplainName()
    {
        if (_at >= _end)
            return TextEnds();

        if (_bytes[_at] != '"')
        {
            return (char)_bytes[_at] switch
            {
                '}' or ']' => WrongBracket(),
                ',' => new(GrammarRules.InvalidJson, "A member is missing before this comma", Here()),
                '{' or '[' => new(GrammarRules.InvalidJson, "A name and a colon are missing before this", Here()),
                _ => ExplainBareText(isName: true),
            };
        }

        if (SkipString() is { } badString)
            return badString;

        SkipWhiteSpace();
        if (_at >= _end)
            return TextEnds();

        return (char)_bytes[_at] switch
        {
            '}' or ',' => new(GrammarRules.InvalidJson, "The name before this has no colon and no value", Here()),
            '/' or '#' => new(GrammarRules.InvalidJson, "JSON has no comments", Here()),
            _ => new(GrammarRules.InvalidJson, "A colon is missing between the name and this", Here()),
        };
    }

    private SyntaxError ExplainValue()
    {
        if (_at >= _end)
            return TextEnds();

        return (char)_bytes[_at] switch
        {
            '"' => SkipString() ?? TextEnds(),
            '{' or '[' => new(GrammarRules.TooDeep, $"Brackets are nested more than {JsonCursor.MaxDepth} deep", Here()),
            '}' or ']' => _last == JsonTokenType.PropertyName ? new(GrammarRules.InvalidJson, "A value is missing before this", Here()) : WrongBracket(),
            ',' => new(GrammarRules.InvalidJson, "A value is missing before this comma", Here()),
            _ => ExplainBareText(isName: false),
        };
    }

    // Something that is neither a string nor a bracket stands where a name or a value is due.
    private readonly SyntaxError ExplainBareText(bool isName)
    {
        _ = Rune.DecodeFromUtf8(_bytes[_at..], out Rune rune, out int length);
        var character = new TextSpan(_at, length);
        if (rune.Value < ' ' || rune.Value == 0x7F)
            return new(GrammarRules.InvalidJson, $"The control character U+{rune.Value:X4} may not stand here", character);

        if (rune.Value > 0x7F && (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format))
            return new(GrammarRules.InvalidJson, $"The character U+{rune.Value:X4} is no white space in JSON", character);

        if (rune.Value is 0x201C or 0x201D or 0x201E)
            return new(GrammarRules.InvalidJson, "A typographic quote stands where JSON takes `\"`", character);

        if (rune.Value == '\'')
            return new(GrammarRules.InvalidJson, "JSON takes double quotes, not single ones", character);

        if (rune.Value == '#')
            return new(GrammarRules.InvalidJson, "JSON has no comments", character);

        TextSpan span = Word();
        if (isName && _bytes.Slice(_at, span.Length).IndexOf((byte)':') is var colon and > 0)
            span = span with { Length = colon };

        if (span.End == _end && IsNumber(_bytes.Slice(_at, span.Length)))
            return TextEnds();

        string word = Encoding.UTF8.GetString(_bytes.Slice(_at, span.Length));
        if (!char.IsAsciiLetterOrDigit((char)_bytes[_at]) && _bytes[_at] is not ((byte)'-' or (byte)'+' or (byte)'.' or (byte)'*'))
            return new(GrammarRules.InvalidJson, $"`{rune}` may not stand here", character);

        string message = word.ToUpperInvariant() switch
        {
            "TRUE" or "FALSE" or "NULL" when !isName => $"`{word}` must be written in small letters",
            "NONE" or "UNDEFINED" or "NIL" or "NAN" when !isName => $"`{word}` is not a JSON value",
            _ when !isName && !char.IsAsciiLetter(word[0]) && word[0] != '*' => $"{word.Quoted()} is not a number as JSON writes them; a string needs double quotes",
            _ => $"{word.Quoted()} needs double quotes",
        };
        return new(GrammarRules.InvalidJson, message, span);
    }

    private readonly SyntaxError TextEnds()
    {
        string missing = _depth == 0 ? "a value" : $"`{Closer}`";
        return new(GrammarRules.InvalidJson, $"The text ends before the policy does: {missing} is missing", new TextSpan(_end, 0));
    }

    private readonly SyntaxError WrongBracket() => new(
        GrammarRules.InvalidJson,
        _depth == 0 ? "This bracket closes nothing" : $"This bracket does not close the one that is open: that takes `{Closer}`",
        Here());
}

/// <summary>Why a text is no JSON.</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Span">Where.</param>
internal readonly record struct SyntaxError(RuleDescriptor Rule, string Message, TextSpan Span);
