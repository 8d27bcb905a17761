using System.Text;

namespace PolicyLint.Catalog;

/// <summary>
/// Condition keys with open parts, such as <c>aws:RequestTag/${TagKey}</c>. An open part stands for one character or more;
/// before the first colon of a key (where identity providers are named) it stands for no colon.
/// </summary>
internal static class KeyTemplate
{
    private static ReadOnlySpan<byte> Opening => "${"u8;

    /// <summary>The part of a template before its first open part.</summary>
    public static ReadOnlySpan<byte> HeadOf(ReadOnlySpan<byte> template)
    {
        int open = template.IndexOf(Opening);
        return open < 0 ? template : template[..open];
    }

    /// <summary>Whether what follows the head is one open part and nothing more.</summary>
    public static bool IsOpenAtEnd(ReadOnlySpan<byte> afterHead) => afterHead.IndexOf((byte)'}') == afterHead.Length - 1;

    /// <summary>Whether a key is one that the template stands for; ignores the case of ASCII letters.</summary>
    public static bool Matches(ReadOnlySpan<byte> template, ReadOnlySpan<char> key) => Matches(template, key, isPastColon: false);

    private static bool Matches(ReadOnlySpan<byte> template, ReadOnlySpan<char> key, bool isPastColon)
    {
        ReadOnlySpan<byte> head = HeadOf(template);
        if (key.Length < head.Length || !Ascii.EqualsIgnoreCase(head, key[..head.Length]))
            return false;

        isPastColon |= head.Contains((byte)':');
        template = template[head.Length..];
        key = key[head.Length..];
        return template.IsEmpty ? key.IsEmpty : MatchesOpenPart(template[(template.IndexOf((byte)'}') + 1)..], key, isPastColon);
    }

    // Templates have at most two open parts: trying every end of one costs no more than the square of the key's length.
    private static bool MatchesOpenPart(ReadOnlySpan<byte> rest, ReadOnlySpan<char> key, bool isPastColon)
    {
        if (rest.IsEmpty)
            return !key.IsEmpty && (isPastColon || !key.Contains(':'));

        for (int end = 1; end <= key.Length && (isPastColon || key[end - 1] != ':'); end++)
        {
            if (Matches(rest, key[end..], isPastColon))
                return true;
        }

        return false;
    }
}
