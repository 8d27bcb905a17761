using System.Text;

namespace PolicyLint.Sources.Documents;

/// <summary>
/// A host file in UTF-8. What a program prints becomes UTF-16 where Windows PowerShell redirects it into a file; lines and columns
/// are the same in both, for columns are counted in UTF-16.
/// </summary>
internal static class Utf8File
{
    /// <summary>The file, or its text in UTF-8 where it starts with the mark of UTF-16.</summary>
    public static SourceText Of(SourceText file)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        return bytes switch
        {
            [0xFF, 0xFE, not 0, ..] => SourceText.From(Encoding.Unicode.GetString(bytes[2..]), file.Path),
            [0xFE, 0xFF, ..] => SourceText.From(Encoding.BigEndianUnicode.GetString(bytes[2..]), file.Path),
            _ => file,
        };
    }
}
