namespace PolicyLint;

/// <summary>Where several rules blame one cause, the finding of the one that supersedes the others stands for all.</summary>
internal static class Supersession
{
    private const int Few = 32;

    /// <summary>
    /// The findings without those that another one in the same statement supersedes. A graver finding always stays, and so
    /// does PL0001: it is about the run and not about the policy. So does a finding about a whole list beside one about a single
    /// value of it, for it blames the other values too.
    /// </summary>
    public static IEnumerable<Finding> LeaveOut(List<Finding> findings)
    {
        if (findings.Count <= Few)
            return findings.Exists(finding => IsLeftOut(finding, findings)) ? findings.Where(finding => !IsLeftOut(finding, findings)) : findings;

        ILookup<(string Statement, string Id), Finding> superseding = findings
            .SelectMany(finding => finding.Rule.Supersedes, (finding, id) => (Finding: finding, Id: id))
            .ToLookup(pair => (StatementOf(pair.Finding), pair.Id), pair => pair.Finding);

        return findings.Where(finding => finding.Rule == EngineRules.RuleFailed || !superseding[(StatementOf(finding), finding.Rule.Id)].Any(other => Covers(other, finding)));
    }

    private static bool IsLeftOut(Finding finding, List<Finding> findings)
    {
        if (finding.Rule == EngineRules.RuleFailed)
            return false;

        foreach (Finding other in findings)
        {
            if (!other.Rule.Supersedes.IsEmpty && other.Rule.Supersedes.Contains(finding.Rule.Id) && StatementOf(other) == StatementOf(finding) && Covers(other, finding))
                return true;
        }

        return false;
    }

    private static bool Covers(Finding finding, Finding other) =>
        other.Severity <= finding.Severity
        && other.SecuritySeverity <= finding.SecuritySeverity
        && !finding.Pointers[0].StartsWith($"{other.Pointers[0]}/", StringComparison.Ordinal);

    // "/Statement/3/Action/0" is in "/Statement/3", and "/Statement/Action" of a single statement is in "/Statement". The name
    // may be misspelt: what stands under "/statements" is read as statements too.
    private static string StatementOf(Finding finding)
    {
        string pointer = finding.Pointers[0];
        int end = EndOfStep(pointer, 0);
        int next = EndOfStep(pointer, end);
        bool isItem = next > end + 1 && pointer.AsSpan((end + 1)..next).IndexOfAnyExceptInRange('0', '9') < 0;
        return isItem ? pointer[..next] : pointer[..end];
    }

    private static int EndOfStep(string pointer, int start)
    {
        int slash = start < pointer.Length ? pointer.IndexOf('/', start + 1) : -1;
        return slash < 0 ? pointer.Length : slash;
    }
}
