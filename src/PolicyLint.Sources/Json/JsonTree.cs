using System.Text;
using System.Text.Json;

namespace PolicyLint.Sources.Json;

/// <summary>Reads JSON as a tree that knows where everything stands. It does not throw on any input.</summary>
internal static class JsonTree
{
    /// <summary>How deep objects and lists may lie in each other.</summary>
    public const int MaxDepth = 256;

    /// <summary>How host files are read: JSON without comments and trailing commas, as programs write it.</summary>
    public static JsonReaderOptions Options => new() { MaxDepth = MaxDepth };

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">What is wrong with it, where the result is null.</param>
    public static HostNode? Read(SourceText file, out SourceProblem? problem)
    {
        problem = HostEncoding.ProblemOf(file);
        if (problem is not null)
            return null;

        int start = file.HasByteOrderMark ? 3 : 0;
        return Read(file.Bytes.Span[start..], span => span with { Start = span.Start + start }, out problem);
    }

    /// <summary>Reads JSON that is the text of a string in a host file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong with it, where the result is null; its place is one in the host file.</param>
    public static HostNode? Read(PlacedText text, out SourceProblem? problem) => Read(text.Utf8, text.Locate, out problem);

    /// <summary>Reads the value whose first token the reader is at, and leaves the reader at its last one.</summary>
    /// <param name="reader">The reader; its bytes are in one piece.</param>
    /// <param name="locate">The place in the host file of a place in the reader's bytes; null where they are the same.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static HostNode ReadValue(ref Utf8JsonReader reader, Func<TextSpan, TextSpan>? locate = null)
    {
        int start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<HostMember>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    HostScalar key = Scalar(ref reader, locate);
                    reader.Read();
                    members.Add(new HostMember(key, ReadValue(ref reader, locate)));
                }

                return new HostMapping(Place(start, reader.BytesConsumed, locate), members);
            case JsonTokenType.StartArray:
                var values = new List<HostNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    values.Add(ReadValue(ref reader, locate));

                return new HostSequence(Place(start, reader.BytesConsumed, locate), values);
            default:
                return Scalar(ref reader, locate);
        }
    }

    private static HostNode? Read(ReadOnlySpan<byte> utf8, Func<TextSpan, TextSpan> locate, out SourceProblem? problem)
    {
        problem = null;
        try
        {
            var reader = new Utf8JsonReader(utf8, Options);
            reader.Read();
            HostNode root = ReadValue(ref reader, locate);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            problem = new SourceProblem(Message(exception), locate(Place(utf8, exception)));
            return null;
        }
    }

    private static HostScalar Scalar(ref Utf8JsonReader reader, Func<TextSpan, TextSpan>? locate)
    {
        TextSpan place = Place((int)reader.TokenStartIndex, TokenEnd(in reader), locate);
        return reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
            ? new HostScalar(place, Decode(in reader), ScalarStyle.Json)
            : new HostScalar(place, Encoding.UTF8.GetString(reader.ValueSpan), ScalarStyle.JsonLiteral);
    }

    // The colon behind a name is consumed with it.
    private static long TokenEnd(in Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? reader.TokenStartIndex + reader.ValueSpan.Length + 2 : reader.BytesConsumed;

    private static string Decode(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return Encoding.UTF8.GetString(reader.ValueSpan);

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8: whoever lints the string says so at its place.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private static TextSpan Place(int start, long end, Func<TextSpan, TextSpan>? locate)
    {
        var span = TextSpan.FromBounds(start, (int)end);
        return locate is null ? span : locate(span);
    }

    private static TextSpan Place(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        int lineStart = 0;
        for (long line = exception.LineNumber ?? 0; line > 0 && utf8[lineStart..].IndexOf((byte)'\n') is var end and >= 0; line--)
            lineStart += end + 1;

        int at = Math.Min(lineStart + (int)(exception.BytePositionInLine ?? 0), utf8.Length);
        return new TextSpan(at, Math.Min(1, utf8.Length - at));
    }

    // The message repeats the place, and what to change in the code of the reader.
    private static string Message(JsonException exception)
    {
        string message = exception.Message;
        foreach (string tail in (ReadOnlySpan<string>)[" LineNumber:", " Change the reader options", " Path:"])
        {
            if (message.IndexOf(tail, StringComparison.Ordinal) is var end and > 0)
                message = message[..end];
        }

        return $"not JSON: {message.TrimEnd('.')}";
    }
}
