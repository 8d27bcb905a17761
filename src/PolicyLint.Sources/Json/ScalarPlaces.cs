using System.Globalization;
using System.Text;

namespace PolicyLint.Sources.Json;

/// <summary>Where each UTF-16 unit of a scalar's value stands in the file.</summary>
/// <param name="Starts">Offsets of first bytes.</param>
/// <param name="Ends">Offsets after last bytes.</param>
internal sealed record ScalarPlaces(int[] Starts, int[] Ends)
{
    private delegate string? EscapeReader(ReadOnlySpan<byte> source, out int length);

    /// <summary>The places; null where value and source cannot be laid side by side.</summary>
    /// <remarks>
    /// The value follows its source letter by letter. Only white space differs, where lines are folded or an indentation is
    /// left out, and quotes and escapes. So both are walked together, and the value says what the source means.
    /// </remarks>
    public static ScalarPlaces? Of(SourceText file, HostScalar scalar)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        int at = scalar.Span.Start;
        int end = scalar.Span.End;
        EscapeReader? escapes = scalar.Style switch
        {
            ScalarStyle.Json or ScalarStyle.DoubleQuoted => ReadEscape,
            ScalarStyle.SingleQuoted => ReadDoubledQuote,
            _ => null,
        };
        at += Prelude(bytes[at..end], scalar);

        var places = new ScalarPlaces(new int[scalar.Value.Length], new int[scalar.Value.Length]);
        int unit = 0;
        foreach (Rune rune in scalar.Value.EnumerateRunes())
        {
            int units = rune.Utf16SequenceLength;
            bool isSpace = rune.Value is ' ' or '\n' or '\t' or '\r';
            int start = at;
            if (!Step(bytes[..end], ref start, ref at, rune, isSpace, escapes))
                return null;

            places.Starts.AsSpan(unit, units).Fill(start);
            places.Ends.AsSpan(unit, units).Fill(at);
            unit += units;
        }

        return places;
    }

    private static bool Step(ReadOnlySpan<byte> bytes, ref int start, ref int at, Rune rune, bool isSpace, EscapeReader? escapes)
    {
        while (at < bytes.Length)
        {
            if (escapes is not null && escapes(bytes[at..], out int length) is { } text)
            {
                start = at;
                at += length;
                if (text.Length == 0)
                    continue;

                return text == rune.ToString();
            }

            if (Rune.DecodeFromUtf8(bytes[at..], out Rune found, out int bytesOfRune) == System.Buffers.OperationStatus.Done && found == rune)
            {
                start = at;
                at += bytesOfRune;
                return true;
            }

            bool isSourceSpace = bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r';
            if (!isSourceSpace)
                break;

            if (isSpace && bytes[at] is (byte)'\n' or (byte)'\r')
            {
                // A folded line end: this space stands for it.
                start = at++;
                return true;
            }

            at++;
        }

        // Line ends that a block keeps at its end are not in its span.
        start = at = Math.Min(at, bytes.Length);
        return isSpace;
    }

    // The tag, the anchor, the opening quote, or the head of a block.
    private static int Prelude(ReadOnlySpan<byte> source, HostScalar scalar)
    {
        int at = 0;
        while (scalar.Style is not (ScalarStyle.Json or ScalarStyle.JsonLiteral) && at < source.Length
            && (source[at] == (byte)'&' || (source[at] == (byte)'!' && scalar.Tag is not null)))
        {
            int length = source[at..].IndexOfAny(" \t\r\n"u8);
            if (length < 0)
                return source.Length;

            at += length;
            while (at < source.Length && source[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                at++;
        }

        return scalar.Style switch
        {
            ScalarStyle.Json or ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => at + 1,
            ScalarStyle.Literal or ScalarStyle.Folded => source[at..].IndexOf((byte)'\n') is var end and >= 0 ? at + end + 1 : source.Length,
            _ => at,
        };
    }

    private static string? ReadDoubledQuote(ReadOnlySpan<byte> source, out int length)
    {
        length = 2;
        return source is [(byte)'\'', (byte)'\'', ..] ? "'" : null;
    }

    // Null where no escape stands here; no text for a line end that is escaped away.
    private static string? ReadEscape(ReadOnlySpan<byte> source, out int length)
    {
        length = 2;
        if (source is not [(byte)'\\', var letter, ..])
            return null;

        if (letter is (byte)'\r' or (byte)'\n')
        {
            // The indentation of the next line goes with the line end.
            length = source.Length - source[1..].TrimStart(" \t\r\n"u8).Length;
            return "";
        }

        int digits = letter switch { (byte)'x' => 2, (byte)'u' => 4, (byte)'U' => 8, _ => 0 };
        if (digits == 0)
            return Simple((char)letter);

        if (!TryReadUnit(source[2..], digits, out int value))
            return null;

        length = 2 + digits;
        if (digits == 4 && char.IsHighSurrogate((char)value) && source[length..].StartsWith("\\u"u8)
            && TryReadUnit(source[(length + 2)..], 4, out int low) && char.IsLowSurrogate((char)low))
        {
            length += 6;
            return new string([(char)value, (char)low]);
        }

        return Rune.IsValid(value) ? new Rune(value).ToString() : null;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> source, int digits, out int value)
    {
        value = 0;
        return source.Length >= digits && int.TryParse(source[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static string Simple(char letter) => letter switch
    {
        '0' => "\0",
        'a' => "\a",
        'b' => "\b",
        't' => "\t",
        'n' => "\n",
        'v' => "\v",
        'f' => "\f",
        'r' => "\r",
        'e' => "\e",
        'N' => "\u0085",
        '_' => "\u00A0",
        'L' => "\u2028",
        'P' => "\u2029",
        _ => letter.ToString(),
    };
}
