using System.Globalization;
using System.Text;

namespace PolicyLint.Parsing;

/// <summary>Decodes the inside of JSON strings without ever throwing.</summary>
internal static class JsonText
{
    /// <summary>Decodes a string that may have escapes; <paramref name="badEscape"/> is the offset of the first escape that is half of a surrogate pair, or -1.</summary>
    public static string Unescape(ReadOnlySpan<byte> raw, out int badEscape)
    {
        badEscape = -1;
        var text = new StringBuilder(raw.Length);
        int at = 0;
        while (raw[at..].IndexOf((byte)'\\') is var run and >= 0)
        {
            text.Append(Encoding.UTF8.GetString(raw.Slice(at, run)));
            at += run;
            if (raw[at + 1] != 'u')
            {
                text.Append(SimpleEscape(raw[at + 1]));
                at += 2;
                continue;
            }

            char unit = CodeUnit(raw[(at + 2)..]);
            if (char.IsHighSurrogate(unit) && StartsWithLowSurrogate(raw[(at + 6)..], out char low))
            {
                text.Append(unit).Append(low);
                at += 12;
                continue;
            }

            if (char.IsSurrogate(unit))
            {
                badEscape = badEscape < 0 ? at : badEscape;
                unit = '\uFFFD';
            }

            text.Append(unit);
            at += 6;
        }

        return text.Append(Encoding.UTF8.GetString(raw[at..])).ToString();
    }

    private static bool StartsWithLowSurrogate(ReadOnlySpan<byte> raw, out char low)
    {
        low = raw.StartsWith("\\u"u8) ? CodeUnit(raw[2..]) : default;
        return char.IsLowSurrogate(low);
    }

    // The reader has checked that four hexadecimal digits follow.
    private static char CodeUnit(ReadOnlySpan<byte> digits) =>
        (char)ushort.Parse(digits[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static char SimpleEscape(byte letter) => letter switch
    {
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => (char)letter,
    };
}
