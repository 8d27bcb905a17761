namespace PolicyLint.Parsing;

/// <summary>Comments, which JSON does not have but people write: <c>// …</c> to the end of the line and <c>/* … */</c>.</summary>
internal static class JsonComment
{
    /// <summary>The length of the comment that the text starts with, without a line end; 0 where it starts with none or with one that is not closed.</summary>
    public static int LengthOf(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("//"u8))
            return text.IndexOfAny((byte)'\r', (byte)'\n') is var lineEnd and >= 0 ? lineEnd : text.Length;

        return text.StartsWith("/*"u8) && text[2..].IndexOf("*/"u8) is var end and >= 0 ? end + 4 : 0;
    }
}
