using System.Text;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Documents;

/// <summary>
/// Blots out secrets in a host file before anything else sees it. Reports show lines of the file around a finding, and plans are
/// written on one line: without this they would show the secrets of the neighbours.
/// </summary>
internal static class Redaction
{
    /// <summary>The same file, each place as it was, with marks of the same width for the characters of the values.</summary>
    /// <param name="file">The file.</param>
    /// <param name="secrets">The values, scalars and what holds scalars; names stay.</param>
    public static SourceText Without(SourceText file, IReadOnlyList<HostNode> secrets)
    {
        if (secrets.Count == 0)
            return file;

        byte[] bytes = file.Bytes.ToArray();
        foreach (HostNode secret in secrets)
            Blot(secret, bytes);

        return SourceText.From(bytes, file.Path);
    }

    private static void Blot(HostNode node, byte[] bytes)
    {
        if (node is HostScalar scalar)
            Blot(scalar.IsString ? bytes.AsSpan(scalar.Span.Start + 1, scalar.Span.Length - 2) : bytes.AsSpan(scalar.Span.Start, scalar.Span.Length));

        foreach (HostNode item in node.Items)
            Blot(item, bytes);

        foreach (HostMember member in node.Members)
            Blot(member.Value, bytes);
    }

    // A mark for a character takes as many bytes as the character, and as many columns.
    private static void Blot(Span<byte> text)
    {
        while (!text.IsEmpty)
        {
            _ = Rune.DecodeFromUtf8(text, out _, out int length);
            ReadOnlySpan<byte> mark = length switch { 2 => "·"u8, 3 => "•"u8, 4 => "🔒"u8, _ => "*"u8 };
            mark.CopyTo(text);
            text = text[mark.Length..];
        }
    }
}
