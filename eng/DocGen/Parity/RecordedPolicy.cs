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

/// <summary>How old a recorded answer is.</summary>
public enum AnswerAge
{
    /// <summary>Of a policy that had this form when the recording ended.</summary>
    Current,

    /// <summary>
    /// The same, but of a policy that was left out when all others were recorded anew. None of these has a finding, whatever
    /// its statements are, <c>iam:PassRole</c> on <c>*</c> among them: the service was not asked.
    /// </summary>
    NotRenewed,

    /// <summary>Of a policy that had another form later: what the service once said.</summary>
    Older,
}

/// <summary>A policy with the answer that the service gave to it.</summary>
/// <param name="Name">The name of the AWS managed policy, and since when it was seen in this form.</param>
/// <param name="Age">How old the answer is.</param>
/// <param name="Document">The policy.</param>
/// <param name="Findings">The service's findings.</param>
public sealed record RecordedPolicy(string Name, AnswerAge Age, PolicyDocument Document, HashSet<CodedFinding> Findings)
{
    private const string EndOfRecording = "2026-03-07";

    // On this day every policy that could still be fetched was recorded anew.
    private const string DayOfRenewal = "2024-09-18";

    /// <summary>Reads recordings: one JSON object a line.</summary>
    public static IEnumerable<RecordedPolicy> Read(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            JsonElement recorded = JsonElement.Parse(line);
            yield return new RecordedPolicy(
                $"{recorded.GetProperty("name")}@{recorded.GetProperty("firstSeen")}",
                AgeOf(recorded.GetProperty("firstSeen").GetString()!, recorded.GetProperty("lastSeen").GetString()!),
                PolicyDocument.Parse(recorded.GetProperty("document").GetRawText(), PolicyType.Identity),
                [.. recorded.GetProperty("findings").EnumerateArray().Select(ReadFinding)]);
        }
    }

    private static AnswerAge AgeOf(string firstSeen, string lastSeen) =>
        lastSeen != EndOfRecording ? AnswerAge.Older
        : string.CompareOrdinal(firstSeen, DayOfRenewal) < 0 ? AnswerAge.NotRenewed
        : AnswerAge.Current;

    private static CodedFinding ReadFinding(JsonElement finding) => CodedFinding.Of(
        finding.GetProperty("issueCode").GetString()!,
        finding.GetProperty("paths").EnumerateArray().Select(place => place.GetString()!));
}
