using System.Text;

namespace PolicyLint.Analysis;

/// <summary>
/// Whether one pattern certainly matches all that another does, told by their bytes alone: the wildcards of the other stand
/// for themselves, a <c>*</c> takes them, and a <c>?</c> takes no <c>*</c>.
/// </summary>
internal static class TextCoverage
{
    public static bool HasUnknown(ReadOnlySpan<byte> text) => text.IndexOf("\uFFFF"u8) >= 0;

    /// <summary>Whether the pattern covers the text.</summary>
    /// <param name="pattern">A pattern of known text.</param>
    /// <param name="literal">How many bytes of it stand before its first wildcard.</param>
    /// <param name="text">Another pattern, or plain text.</param>
    /// <param name="ignoreCase">Whether ASCII letters are compared without regard to case.</param>
    public static bool Covers(ReadOnlySpan<byte> pattern, int literal, ReadOnlySpan<byte> text, bool ignoreCase)
    {
        if (text.Length < literal || !AreEqual(pattern[..literal], text[..literal], ignoreCase))
            return false;

        return literal < pattern.Length ? Matches(pattern[literal..], text[literal..], ignoreCase) : text.Length == literal;
    }

    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, bool ignoreCase) =>
        ignoreCase ? Ascii.EqualsIgnoreCase(left, right) || left.SequenceEqual(right) : left.SequenceEqual(right);

    public static int HashOf(ReadOnlySpan<byte> text, bool ignoreCase)
    {
        uint hash = 2166136261;
        foreach (byte one in text)
            hash = (hash ^ (ignoreCase ? Fold(one) : one)) * 16777619;

        return (int)hash;
    }

    // On a mismatch only the last star is made longer, so the work is at most pattern × text.
    private static bool Matches(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text, bool ignoreCase)
    {
        int item = 0, at = 0, lastStar = -1, starEnd = 0;
        while (at < text.Length)
        {
            if (item < pattern.Length && pattern[item] == '*')
            {
                lastStar = item++;
                starEnd = at;
            }
            else if (item < pattern.Length && Takes(pattern[item], text[at], ignoreCase))
            {
                item++;
                at++;
            }
            else if (lastStar >= 0)
            {
                item = lastStar + 1;
                at = ++starEnd;
            }
            else
            {
                return false;
            }
        }

        return pattern[item..].IndexOfAnyExcept((byte)'*') < 0;
    }

    // A question mark stands for a character: only ASCII is one byte.
    private static bool Takes(byte pattern, byte text, bool ignoreCase)
    {
        if (pattern == '?')
            return text != '*' && text < 0x80;

        return pattern == text || (ignoreCase && Fold(pattern) == Fold(text));
    }

    private static byte Fold(byte one) => one is >= (byte)'A' and <= (byte)'Z' ? (byte)(one | 0x20) : one;
}
