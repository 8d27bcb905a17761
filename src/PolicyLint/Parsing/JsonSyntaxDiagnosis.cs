using System.Text;
using System.Text.Json;

namespace PolicyLint.Parsing;

/// <summary>Says in plain words why a text is no JSON, from the place where reading stopped.</summary>
internal static class JsonSyntaxDiagnosis
{
    /// <param name="bytes">The whole text.</param>
    /// <param name="at">The offset of the byte that could not be read.</param>
    /// <param name="last">The last token that could be read.</param>
    /// <param name="lastEnd">Where that token ends.</param>
    public static (string Message, TextSpan Span) Explain(ReadOnlySpan<byte> bytes, int at, JsonTokenType last, int lastEnd)
    {
        int end = bytes.TrimEnd(" \t\r\n"u8).Length;
        if (at >= end)
            return ("The text ends before the policy does: a bracket or a quote is not closed", new TextSpan(end, 0));

        byte here = bytes[at];
        var one = new TextSpan(at, 1);
        if (here < ' ')
            return here is (byte)'\n' or (byte)'\r'
                ? ("A string must end on the line where it starts: a closing quote is missing", one)
                : ($"The control character U+{here:X4} must be written as an escape", one);

        if (here == '\\' || (at > 0 && bytes[at - 1] == '\\'))
            return ("This is not an escape that JSON has; write a backslash as `\\\\`", new TextSpan(here == '\\' ? at : at - 1, 2));

        if (here == '\'')
            return ("JSON takes double quotes, not single ones", one);

        if (bytes[at..].StartsWith("\u201C"u8) || bytes[at..].StartsWith("\u201D"u8))
            return ("A typographic quote stands where JSON takes `\"`", new TextSpan(at, 3));

        ReadOnlySpan<byte> gap = bytes[Math.Min(lastEnd, at)..at];
        if (gap.Contains((byte)'"'))
            return (here is (byte)',' or (byte)'}' ? "A name needs a colon and a value" : "A colon is missing between the name and this value", one);

        if (gap.Length > 0 && (char.IsAsciiDigit((char)gap[^1]) || gap[^1] is (byte)'.' or (byte)'-' or (byte)'+'))
            return ("This number is not written as JSON numbers are", one);

        if (here is (byte)'}' or (byte)']')
            return (last == JsonTokenType.PropertyName ? "A value is missing before this" : "This bracket does not close the one that is open", one);

        if (here == ',')
            return ("A value is missing before this comma", one);

        string word = Word(bytes[at..]);
        var span = new TextSpan(at, Math.Max(1, Encoding.UTF8.GetByteCount(word)));
        bool valueDone = last is not (JsonTokenType.None or JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray);
        if (valueDone && !gap.Contains((byte)','))
            return ("A comma is missing before this", here is (byte)'"' or (byte)'{' or (byte)'[' ? one : span);

        return word.ToUpperInvariant() switch
        {
            "TRUE" or "FALSE" or "NULL" => ($"`{word}` must be written in small letters", span),
            "NONE" or "UNDEFINED" or "NIL" or "NAN" => ($"`{word}` is not a JSON value", span),
            "" => ($"Unexpected {Show(bytes[at..])}", one),
            _ => ($"`{word}` needs double quotes", span),
        };
    }

    private static string Show(ReadOnlySpan<byte> bytes)
    {
        Rune.DecodeFromUtf8(bytes, out Rune rune, out _);
        return $"`{rune}`";
    }

    // A bare word, cut to a length that fits into a message.
    private static string Word(ReadOnlySpan<byte> bytes)
    {
        int length = 0;
        while (length < Math.Min(bytes.Length, 40) && (char.IsAsciiLetterOrDigit((char)bytes[length]) || bytes[length] is (byte)'_' or (byte)'-' or (byte)'.' or (byte)'+'))
            length++;

        return Encoding.ASCII.GetString(bytes[..length]);
    }
}
