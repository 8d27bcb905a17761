using System.Text;
using System.Text.Unicode;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <summary>Looks at the bytes before they are read as JSON: size, encoding, byte order mark.</summary>
internal static class InputCheck
{
    /// <summary>Policies have thousands of characters, not millions; the rest of the code may rely on this bound.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Reports what is wrong; false where it makes no sense to read on.</summary>
    public static bool Accepts(SourceText source, ProblemList problems)
    {
        ReadOnlySpan<byte> bytes = source.Bytes.Span;
        var start = new TextSpan(0, 0);
        if (bytes.Length > MaxBytes)
        {
            problems.Add(GrammarRules.TooLarge, $"The text has {bytes.Length} bytes; {MaxBytes} are read at most", start, PolicyPath.Root);
            return false;
        }

        if (OtherEncoding(bytes) is { } encoding)
        {
            problems.Add(GrammarRules.InvalidEncoding, $"The text is {encoding}; JSON is exchanged in UTF-8", start, PolicyPath.Root);
            return false;
        }

        if (source.HasByteOrderMark)
            problems.Add(GrammarRules.ByteOrderMark, "The text starts with a byte order mark", new TextSpan(0, source.ContentStart), PolicyPath.Root);

        ReadOnlySpan<byte> content = bytes[source.ContentStart..];
        if (content.Trim(" \t\r\n"u8).IsEmpty)
        {
            problems.Add(GrammarRules.EmptyDocument, "The text is empty", start, PolicyPath.Root);
            return false;
        }

        if (!Ascii.IsValid(content))
            CheckCharacters(source, problems);

        return true;
    }

    // RFC 4627, section 3: JSON starts with an ASCII character, so its zero bytes tell the encoding.
    private static string? OtherEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => "UTF-32 (little-endian)",
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => "UTF-32 (big-endian)",
        [0xFF, 0xFE, ..] or [not 0, 0, ..] => "UTF-16 (little-endian)",
        [0xFE, 0xFF, ..] or [0, not 0, ..] => "UTF-16 (big-endian)",
        _ => null,
    };

    private static void CheckCharacters(SourceText source, ProblemList problems)
    {
        ReadOnlySpan<byte> bytes = source.Bytes.Span;
        CheckUtf8(bytes, problems);
        int noncharacter = bytes.IndexOf("\uFFFF"u8);
        if (noncharacter >= 0 && source.Origin is null)
            problems.Add(GrammarRules.InvalidCharacter, "A policy may not contain the noncharacter U+FFFF", new TextSpan(noncharacter, 3), PolicyPath.Root);
    }

    private static void CheckUtf8(ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        if (Utf8.IsValid(bytes))
            return;

        int at = 0;
        int length;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out length) == System.Buffers.OperationStatus.Done)
            at += length;

        problems.Add(GrammarRules.InvalidEncoding, $"The byte 0x{bytes[at]:X2} is not valid UTF-8 here", new TextSpan(at, Math.Max(1, length)), PolicyPath.Root);
    }
}
