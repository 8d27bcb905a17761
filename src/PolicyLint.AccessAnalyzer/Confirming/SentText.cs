using System.Text;

namespace PolicyLint.AccessAnalyzer.Confirming;

/// <summary>The text of a document as it is sent.</summary>
internal static class SentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The text without a byte order mark; null where there is none to send: an empty input, bytes that are no UTF-8, a policy
    /// with parts that a template leaves open, which is not the policy that will be deployed, and one that stands inside
    /// something else, which is nobody's business.
    /// </summary>
    public static string? Of(PolicyDocument document)
    {
        ReadOnlySpan<byte> bytes = document.Source.Bytes.Span;
        int start = document.Source.HasByteOrderMark ? 3 : 0;
        bool isAlone = IsBlank(bytes[start..Math.Max(start, document.Span.Start)]) && IsBlank(bytes[document.Span.End..]);
        if (document.IsReadable && !isAlone)
            return null;

        try
        {
            bytes = bytes[start..];
            string text = Strict.GetString(bytes);
            return string.IsNullOrWhiteSpace(text) || text.Contains(PolicyString.Unknown, StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept(" \t\r\n"u8);
}
