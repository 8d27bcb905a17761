using System.Text;

namespace PolicyLint.Fuzz;

/// <summary>Breaks documents in ways that people, tools and attackers do: by tokens and by bytes. The same number gives the same text.</summary>
public sealed class Mutator(int seed)
{
    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "null", "true", "false", "0", "-1.5e+9", "\"\"", "\"*\"", "\"Allow\"", "\"Deny\"", "\"Version\"", "\"Id\"",
        "\"Statement\"", "\"Sid\"", "\"Effect\"", "\"Principal\"", "\"NotPrincipal\"", "\"Action\"", "\"NotAction\"", "\"Resource\"", "\"NotResource\"",
        "\"Condition\"", "\"AWS\"", "\"Service\"", "\"action\"", "\"Actions\"", "\"\\u0041ction\"", "\"StringEquals\"", "\"ForAnyValue:ArnLike\"", "\"\\ud800\"",
        "\"\\uffff\"", "//x\n", "/*y*/", "//z\r", "#", "'", "/", "\"", "\\", "tru", "NaN", "01", "-", "{}", "[]", "[[[[[[[[[[[[[[[[", "\r", "\n", "\t",
    ];

    private static readonly byte[][] Bytes =
    [
        [0], [0xFF], [0xC2], [0xEF, 0xBB, 0xBF], [0xEF, 0xBF, 0xBF], [0xED, 0xA0, 0x80], [0xE2, 0x80, 0xA8], [0xC2, 0xA0], [0xF0, 0x9F, 0x98, 0x80],
        [0x7F], [0x0D], [0x0A], [0x09], [0x20], [0x22], [0x5C], [0x5C, 0x75], [0xFE, 0xFF], [0xC3, 0xA9], [0xE2, 0x80, 0x94], [0x1F],
    ];

    private readonly Random _random = new(seed);

    /// <summary>A broken document.</summary>
    public byte[] Next() => Next(Seeds.Documents[_random.Next(Seeds.Documents.Count)]);

    /// <summary>A broken form of the document.</summary>
    public byte[] Next(string document)
    {
        List<string> tokens = Split(document);
        for (int i = _random.Next(6); i > 0; i--)
            MutateTokens(tokens);

        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(tokens));
        for (int i = _random.Next(3) == 0 ? _random.Next(1, 4) : 0; i > 0; i--)
            bytes = MutateBytes(bytes);

        return bytes;
    }

    private void MutateTokens(List<string> tokens)
    {
        int at = _random.Next(tokens.Count + 1);
        switch (_random.Next(7))
        {
            case 0:
                tokens.Insert(at, Tokens[_random.Next(Tokens.Length)]);
                break;
            case 1 when at < tokens.Count:
                tokens.RemoveAt(at);
                break;
            case 2 when at < tokens.Count:
                tokens[at] = Tokens[_random.Next(Tokens.Length)];
                break;
            case 3 when at < tokens.Count:
                int other = _random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 4:
                int length = _random.Next(Math.Min(12, tokens.Count - at) + 1);
                tokens.InsertRange(_random.Next(tokens.Count + 1), tokens.GetRange(at, length));
                break;
            case 5:
                List<string> donor = Split(Seeds.Documents[_random.Next(Seeds.Documents.Count)]);
                int from = _random.Next(donor.Count + 1);
                tokens.InsertRange(at, donor.GetRange(from, _random.Next(donor.Count - from + 1)));
                break;
            case 6 when at < tokens.Count:
                tokens[at] = _random.Next(2) == 0 ? tokens[at].ToUpperInvariant() : tokens[at].Replace(" ", _random.Next(2) == 0 ? "\r\n" : "", StringComparison.Ordinal);
                break;
        }
    }

    private byte[] MutateBytes(byte[] bytes)
    {
        int at = _random.Next(bytes.Length + 1);
        switch (_random.Next(5))
        {
            case 0:
                return [.. bytes[..at], .. Bytes[_random.Next(Bytes.Length)], .. bytes[at..]];
            case 1:
                return bytes[..at];
            case 2 when at < bytes.Length:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                return bytes;
            case 3:
                int end = _random.Next(at, Math.Min(bytes.Length, at + 20) + 1);
                return [.. bytes[..at], .. bytes[end..]];
            default:
                return [.. bytes[..at], (byte)_random.Next(256), .. bytes[at..]];
        }
    }

    // Strings, runs of white space and single characters: whatever comes, nothing is lost.
    private static List<string> Split(string text)
    {
        var tokens = new List<string>();
        int at = 0;
        while (at < text.Length)
        {
            int start = at++;
            if (text[start] == '"')
            {
                while (at < text.Length && text[at] != '"')
                    at += text[at] == '\\' ? 2 : 1;

                at = Math.Min(at + 1, text.Length);
            }
            else if (char.IsWhiteSpace(text[start]))
            {
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                    at++;
            }

            tokens.Add(text[start..at]);
        }

        return tokens;
    }
}
