namespace PolicyLint;

/// <summary>Text of a policy inside a message.</summary>
public static class Quotation
{
    private const int MaxLength = 120;

    /// <summary>
    /// The text in backticks as it is written, cut where it is too long for a message. A part that is not known is an ellipsis.
    /// </summary>
    public static string Quoted(this string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Replace(PolicyString.Unknown, '…');
        if (text.Length <= MaxLength)
            return $"`{text}`";

        // Never between the halves of a surrogate pair.
        int end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"`{text.AsSpan(0, end)}…`";
    }

    /// <summary>The value in backticks as it is written, cut where it is too long for a message.</summary>
    public static string Quoted(this PolicyString text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Value.Quoted();
    }
}
