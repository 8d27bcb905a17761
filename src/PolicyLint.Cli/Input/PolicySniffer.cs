using System.Text.Json;

namespace PolicyLint.Cli.Input;

/// <summary>Tells by its content whether a JSON file that nobody named is a policy.</summary>
internal static class PolicySniffer
{
    private static readonly JsonReaderOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 256,
    };

    /// <summary>
    /// Whether the bytes are a policy or were meant as one: an object with a Statement, also a misspelt one, or with a
    /// policy's Version; or broken JSON that speaks of a Statement and an Effect.
    /// </summary>
    public static bool LooksLikePolicy(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return HasPolicyElement(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return SpeaksOfPolicy(bytes);
        }
    }

    private static bool HasPolicyElement(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, Lenient);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (name.Equals("Statement", StringComparison.OrdinalIgnoreCase) || name.Equals("Statements", StringComparison.OrdinalIgnoreCase))
                return true;

            if (name.Equals("Version", StringComparison.OrdinalIgnoreCase) && reader.TokenType == JsonTokenType.String
                && reader.GetString() is "2012-10-17" or "2008-10-17")
                return true;

            reader.Skip();
        }

        return false;
    }

    // UTF-16 has a zero byte beside each letter.
    private static bool SpeaksOfPolicy(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
            bytes = bytes.ToArray().Where(value => value != 0).ToArray();

        return bytes.IndexOf("Statement"u8) >= 0 && bytes.IndexOf("Effect"u8) >= 0;
    }
}
