namespace PolicyLint.Rules.Maintainability;

/// <summary>How long a policy is, in characters, in the ways in which AWS counts.</summary>
/// <param name="All">Every character from the first brace to the last.</param>
/// <param name="Minified">Without the white space between the parts of the JSON.</param>
/// <param name="WithoutWhitespace">Without the white space inside strings as well: Access Analyzer's recorded numbers leave it out too.</param>
internal readonly record struct PolicyLength(int All, int Minified, int WithoutWhitespace)
{
    /// <summary>Measures a document that is valid JSON.</summary>
    public static PolicyLength Of(PolicyDocument document)
    {
        ReadOnlySpan<byte> text = document.Source.Bytes.Span.Slice(document.Span.Start, document.Span.Length);
        int all = 0;
        int between = 0;
        int inside = 0;
        bool isInString = false;
        for (int i = 0; i < text.Length; i++)
        {
            byte one = text[i];

            // The bytes of a character after the first are 10xxxxxx.
            if ((one & 0xC0) == 0x80)
                continue;

            // A backslash takes the character after it along, which then ends no string.
            all++;
            if (one is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                _ = isInString ? inside++ : between++;
            else if (one == '"')
                isInString = !isInString;
            else if (one == '\\')
                (i, all) = (i + 1, all + 1);
        }

        return new(all, all - between, all - between - inside);
    }
}
