using System.Buffers;
using System.Text;
using System.Text.Json;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <content>Steps over strings, comments and words, and says where that is not possible.</content>
internal ref partial struct JsonSyntaxDiagnosis
{
    private static readonly SearchValues<byte> WordEnds = SearchValues.Create(" \t\r\n,{}[]\""u8);
    private static readonly SearchValues<byte> StringStops = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    // The reader does not give a number as a token before it has seen what follows.
    private static bool IsNumber(ReadOnlySpan<byte> word)
    {
        try
        {
            var reader = new Utf8JsonReader(word);
            return reader.Read() && reader.TokenType == JsonTokenType.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // From the opening quote to behind the closing one; what is wrong on the way.
    private SyntaxError? SkipString()
    {
        _at++;
        while (true)
        {
            int stop = _bytes[_at..].IndexOfAny(StringStops);
            if (stop < 0 || IsCutEscape(_bytes[(_at + stop)..]))
                return new(GrammarRules.InvalidJson, "The text ends inside a string: its closing quote is missing", new TextSpan(_end, 0));

            _at += stop;
            switch (_bytes[_at])
            {
                case (byte)'"':
                    _at++;
                    return null;
                case (byte)'\n' or (byte)'\r':
                    return new(GrammarRules.InvalidJson, "A string must end on the line where it starts: its closing quote is missing", Here());
                case < (byte)' ':
                    return new(GrammarRules.InvalidJson, $"The control character U+{_bytes[_at]:X4} must be written as an escape in a string", Here());
            }

            (int length, bool isEscape) = ReadEscape(_bytes[_at..]);
            if (!isEscape)
                return new(GrammarRules.InvalidJson, "This is not an escape that JSON has; a backslash is written as `\\\\`", new TextSpan(_at, length));

            _at += length;
        }
    }

    // How far an escape goes, or what could be one.
    private static (int Length, bool IsEscape) ReadEscape(ReadOnlySpan<byte> text)
    {
        if (text[1] != 'u')
        {
            _ = Rune.DecodeFromUtf8(text[1..], out _, out int letter);
            return (1 + letter, "\"\\/bfnrt"u8.Contains(text[1]));
        }

        ReadOnlySpan<byte> digits = text.Slice(2, Math.Min(4, text.Length - 2));
        int count = digits.IndexOfAnyExcept(HexDigits) is var other and >= 0 ? other : digits.Length;
        return (2 + count, count == 4);
    }

    private static bool IsCutEscape(ReadOnlySpan<byte> text) =>
        text is [(byte)'\\'] || (text is [(byte)'\\', (byte)'u', ..] && text.Length < 6 && !text[2..].ContainsAnyExcept(HexDigits));

    // Over white space and comments; says where a comment cannot be stepped over.
    private SyntaxError? SkipTrivia()
    {
        SkipWhiteSpace();
        while (_bytes[_at..].StartsWith("//"u8) || _bytes[_at..].StartsWith("/*"u8))
        {
            int length = JsonComment.LengthOf(_bytes[_at..]);
            if (length == 0)
                return new(GrammarRules.InvalidJson, "This comment is not closed, and JSON has no comments", new TextSpan(_at, 2));

            // The reader does not step over these.
            ReadOnlySpan<byte> comment = _bytes.Slice(_at, length);
            if (comment[1] == '/' && (comment.IndexOf("\u2028"u8) >= 0 || comment.IndexOf("\u2029"u8) >= 0))
                return new(GrammarRules.InvalidJson, "A line separator stands in this comment, and JSON has no comments", new TextSpan(_at, 2));

            _at += length;
            SkipWhiteSpace();
        }

        return null;
    }

    private void SkipWhiteSpace()
    {
        int next = _bytes[_at..].IndexOfAnyExcept(" \t\r\n"u8);
        _at = next < 0 ? _bytes.Length : _at + next;
    }

    // The character here, which may have several bytes.
    private readonly TextSpan Here()
    {
        _ = Rune.DecodeFromUtf8(_bytes[_at..], out _, out int length);
        return new(_at, length);
    }

    private readonly TextSpan Word()
    {
        int length = _bytes[_at..].IndexOfAny(WordEnds) is var end and >= 0 ? end : _bytes.Length - _at;
        return new(_at, Math.Max(1, length));
    }
}
