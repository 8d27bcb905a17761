using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyLint.Reporting;

/// <summary>
/// What tells a finding again after the policy was reformatted or its statements were moved: a hash of the rule, of the
/// element it is about, and of what the statement says. Lines, columns, the statement's number and its Sid do not count.
/// </summary>
public static class FindingFingerprint
{
    private const int Bytes = 16;

    /// <summary>The fingerprints of a document's findings, in their order: 32 hexadecimal digits each, no two the same.</summary>
    public static ImmutableArray<string> Of(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var content = new CanonicalContent(result.Document);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        ImmutableArray<string>.Builder fingerprints = ImmutableArray.CreateBuilder<string>(result.Findings.Length);
        foreach (Finding finding in result.Findings)
        {
            string identity = IdentityOf(finding, content);
            int occurrence = seen.GetValueOrDefault(identity);
            seen[identity] = occurrence + 1;
            fingerprints.Add(Hash(string.Create(CultureInfo.InvariantCulture, $"{identity}\n{occurrence}")));
        }

        return fingerprints.MoveToImmutable();
    }

    // What a finding on the whole document is about is the document, whatever else changes in it.
    private static string IdentityOf(Finding finding, CanonicalContent content)
    {
        string element = WithoutIndexes(finding.Pointers[0]);
        string rule = finding.Policy is { } address ? $"{finding.Rule.Id}\n{address}" : finding.Rule.Id;
        return element.Length == 0
            ? rule
            : $"{rule}\n{element}\n{content.OfValue(finding.SpanInPolicy)}\n{content.OfStatementAt(finding.SpanInPolicy)}";
    }

    private static string WithoutIndexes(string pointer) =>
        string.Join('/', pointer.Split('/').Where((step, at) => at == 0 || !step.All(char.IsAsciiDigit)));

    private static string Hash(string identity) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, Bytes));
}
