using System.Text;

namespace PolicyLint.Tests.Reporting;

/// <summary>A policy in a host file, made by hand.</summary>
internal static class Hosted
{
    /// <summary>The policy stands in the file letter for letter.</summary>
    public static SourceText In(string path, string address, string before, string policy, string after = "")
    {
        byte[] bytes = Encoding.UTF8.GetBytes(policy);
        SourceText file = SourceText.From(before + policy + after, path);
        var inFile = new TextSpan(Encoding.UTF8.GetByteCount(before), bytes.Length);
        return SourceText.From(bytes, new PolicyOrigin(file, address, [new PlacedToken(new TextSpan(0, bytes.Length), inFile, IsVerbatim: true)]));
    }
}
