using System.Text.Json;

namespace PolicyLint.DocGen.Parity;

/// <summary>A finding reduced to what is compared: its code and the set of its places.</summary>
/// <param name="Code">Access Analyzer's issue code.</param>
/// <param name="Places">The JSON pointers of its locations, each once, sorted, with spaces between.</param>
public sealed record CodedFinding(string Code, string Places)
{
    /// <summary>Reduces a finding.</summary>
    public static CodedFinding Of(string code, IEnumerable<string> pointers) =>
        new(code, string.Join(' ', pointers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));

    /// <summary>What PolicyLint says about a policy in the access-analyzer profile.</summary>
    public static HashSet<CodedFinding> AllOf(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            .. from finding in result.Findings
               where finding.IssueCode is not null
               select Of(finding.IssueCode!.Name, finding.Pointers),
        ];
    }
}

/// <summary>A policy with the answer that the service gave to it.</summary>
/// <param name="Name">The name of the AWS managed policy, and since when it was seen in this form.</param>
/// <param name="IsCurrent">Whether it was still so when the recording ended: older answers tell what the service once said.</param>
/// <param name="Document">The policy.</param>
/// <param name="Findings">The service's findings.</param>
public sealed record RecordedPolicy(string Name, bool IsCurrent, PolicyDocument Document, HashSet<CodedFinding> Findings)
{
    private const string EndOfRecording = "2026-03-07";

    /// <summary>Reads recordings: one JSON object a line.</summary>
    public static IEnumerable<RecordedPolicy> Read(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            JsonElement recorded = JsonElement.Parse(line);
            yield return new RecordedPolicy(
                $"{recorded.GetProperty("name")}@{recorded.GetProperty("firstSeen")}",
                recorded.GetProperty("lastSeen").GetString() == EndOfRecording,
                PolicyDocument.Parse(recorded.GetProperty("document").GetRawText(), PolicyType.Identity),
                [.. recorded.GetProperty("findings").EnumerateArray().Select(ReadFinding)]);
        }
    }

    private static CodedFinding ReadFinding(JsonElement finding) => CodedFinding.Of(
        finding.GetProperty("issueCode").GetString()!,
        finding.GetProperty("paths").EnumerateArray().Select(place => place.GetString()!));
}
