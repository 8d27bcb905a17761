using System.Text;

namespace PolicyLint.Rules.Maintainability;

/// <summary>How long a policy is, in characters, in the ways in which AWS counts. The document must be valid JSON.</summary>
internal static class PolicyLength
{
    /// <summary>Every character from the first brace to the last.</summary>
    public static int AsSubmitted(PolicyDocument document) => Encoding.UTF8.GetCharCount(TextOf(document));

    /// <summary>Without white space, also inside strings: Access Analyzer's recorded numbers leave that out too.</summary>
    public static int WithoutWhitespace(PolicyDocument document)
    {
        ReadOnlySpan<byte> text = TextOf(document);
        return Encoding.UTF8.GetCharCount(text) - text.Count((byte)' ') - text.Count((byte)'\t') - text.Count((byte)'\r') - text.Count((byte)'\n');
    }

    /// <summary>Without the white space between the parts of the JSON.</summary>
    public static int Minified(PolicyDocument document)
    {
        ReadOnlySpan<byte> text = TextOf(document);
        int between = 0;
        bool isInString = false;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'"':
                    isInString = !isInString;
                    break;
                case (byte)'\\':
                    i++; // The character after a backslash ends no string.
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' when !isInString:
                    between++;
                    break;
            }
        }

        return Encoding.UTF8.GetCharCount(text) - between;
    }

    private static ReadOnlySpan<byte> TextOf(PolicyDocument document) =>
        document.Source.Bytes.Span.Slice(document.Span.Start, document.Span.Length);
}
