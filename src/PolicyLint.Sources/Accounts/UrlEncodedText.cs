using System.Buffers;
using System.Globalization;
using System.Text;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Accounts;

/// <summary>
/// A policy in a string with URL encoding, as the IAM API gives it; the command line of AWS makes an object of it, other programs
/// leave it so. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyDetail.html">PolicyDetail</see>.
/// </summary>
internal static class UrlEncodedText
{
    /// <summary>The text without the encoding, and where each character of it stands; as it is where nothing is encoded.</summary>
    public static PlacedText Decode(SourceText file, HostScalar text)
    {
        string value = text.Value;
        if (!value.AsSpan().TrimStart().StartsWith("%", StringComparison.Ordinal) || ScalarPlaces.Of(file, text) is not { } places)
            return PlacedText.Of(file, text);

        List<TextPart> parts = [];
        int at = 0;
        while (at < value.Length)
        {
            int start = at;
            string character = ReadEncoded(value, ref at) ?? ReadPlain(value, ref at);
            parts.Add(new TextPart(character, TextSpan.FromBounds(places.Starts[start], places.Ends[at - 1])));
        }

        string decoded = string.Concat(parts.Select(static part => part.Text));
        return PlacedText.Of(file, new HostScalar(text.Span, decoded, ScalarStyle.Computed) { Parts = parts });
    }

    // A character takes one to four bytes, each written as % and two digits. Null where none is written so.
    private static string? ReadEncoded(string value, ref int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        for (int count = 1, end = at + 3; count <= 4 && end <= value.Length; count++, end += 3)
        {
            if (value[end - 3] != '%' || !byte.TryParse(value.AsSpan(end - 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count - 1]))
                return null;

            if (Rune.DecodeFromUtf8(bytes[..count], out Rune rune, out _) == OperationStatus.Done)
            {
                at = end;
                return rune.ToString();
            }
        }

        return null;
    }

    private static string ReadPlain(string value, ref int at)
    {
        int length = at + 1 < value.Length && char.IsSurrogatePair(value, at) ? 2 : 1;
        at += length;
        return value.Substring(at - length, length);
    }
}
