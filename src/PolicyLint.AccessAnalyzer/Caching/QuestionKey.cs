using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PolicyLint.AccessAnalyzer.Caching;

/// <summary>
/// The key of a question: a digest of everything that the answer depends on. Each part is preceded by its length, so that no
/// two questions read alike.
/// </summary>
internal static class QuestionKey
{
    // Raise it where the form of kept answers changes.
    private const string Version = "policylint-answer-1";

    public static string Of(string operation, string region, ValidationQuestion question) =>
        Digest([Version, operation, region, question.PolicyType, question.ResourceType ?? "", question.PolicyDocument]);

    public static string Of(string operation, string region, AccessQuestion question) =>
        Digest([Version, operation, region, question.PolicyType, question.PolicyDocument, "actions", .. question.Actions, "resources", .. question.Resources]);

    private static string Digest(IEnumerable<string> parts)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (string part in parts)
        {
            byte[] text = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
            digest.AppendData(length);
            digest.AppendData(text);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
