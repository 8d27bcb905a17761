using System.Buffers;
using System.Text;
using System.Text.Json;
using PolicyLint.Parsing;

namespace PolicyLint;

/// <summary>
/// Writes a document back as it was read: the same elements in the same order, lists as lists and scalars as scalars,
/// strings and numbers letter for letter, unknown elements and repeated names too. Only what is no JSON goes: comments,
/// trailing commas and a byte order mark.
/// </summary>
public static class PolicyWriter
{
    /// <summary>The document as JSON text.</summary>
    /// <param name="document">A document that could be read.</param>
    /// <param name="format">Which white space to write.</param>
    /// <exception cref="InvalidOperationException">
    /// The document is not <see cref="PolicyDocument.IsReadable"/>: what could be read of it is not the policy.
    /// </exception>
    public static string Write(PolicyDocument document, PolicyFormat format = PolicyFormat.AsWritten)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!document.IsReadable)
            throw new InvalidOperationException("The document could not be read to its end, so it cannot be written back.");

        ReadOnlySpan<byte> content = document.Source.Bytes.Span[document.Source.ContentStart..];
        var output = new ArrayBufferWriter<byte>(content.Length);
        if (format == PolicyFormat.AsWritten)
            CopyTokens(content, output);
        else
            LayOutTokens(content, output, indent: format == PolicyFormat.Indented);

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void CopyTokens(ReadOnlySpan<byte> content, ArrayBufferWriter<byte> output)
    {
        var reader = new Utf8JsonReader(content, JsonCursor.LenientOptions);
        int end = 0;
        while (reader.Read())
        {
            int start = (int)reader.TokenStartIndex;
            CopyGap(content[end..start], output, withComma: reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray));
            end = (int)reader.BytesConsumed;
            output.Write(content[start..end]);
        }

        CopyGap(content[end..], output, withComma: false);
    }

    // What stands between two tokens, without comments and, before a closing bracket, without a comma.
    private static void CopyGap(ReadOnlySpan<byte> gap, ArrayBufferWriter<byte> output, bool withComma)
    {
        while (!gap.IsEmpty)
        {
            int length = JsonComment.LengthOf(gap);
            if (length == 0 && (withComma || gap[0] != ','))
                output.Write(gap[..1]);

            gap = gap[Math.Max(1, length)..];
        }
    }

    private static void LayOutTokens(ReadOnlySpan<byte> content, ArrayBufferWriter<byte> output, bool indent)
    {
        var reader = new Utf8JsonReader(content, JsonCursor.LenientOptions);
        JsonTokenType last = JsonTokenType.None;
        while (reader.Read())
        {
            bool opens = last is JsonTokenType.None or JsonTokenType.StartObject or JsonTokenType.StartArray;
            bool closes = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (!opens && !closes && last != JsonTokenType.PropertyName)
                output.Write(","u8);

            bool startsLine = last is not (JsonTokenType.None or JsonTokenType.PropertyName) && !(opens && closes);
            if (indent && startsLine)
                BreakLine(output, reader.CurrentDepth);

            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                output.Write("\""u8);
                output.Write(reader.ValueSpan);
                output.Write("\""u8);
            }
            else
            {
                output.Write(content[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
                output.Write(indent ? ": "u8 : ":"u8);

            last = reader.TokenType;
        }
    }

    private static void BreakLine(ArrayBufferWriter<byte> output, int depth)
    {
        output.Write("\n"u8);
        for (int i = 0; i < depth; i++)
            output.Write("  "u8);
    }
}
