namespace PolicyLint;

/// <summary>Where several rules blame one cause, the finding of the one that supersedes the others stands for all.</summary>
internal static class Supersession
{
    /// <summary>The findings without those that another one in the same statement supersedes. A graver finding always stays.</summary>
    public static IEnumerable<Finding> LeaveOut(List<Finding> findings)
    {
        List<Finding> superseding = findings.FindAll(finding => !finding.Rule.Supersedes.IsEmpty);
        return superseding.Count == 0
            ? findings
            : findings.Where(finding => !superseding.Exists(other => IsSuperseded(finding, by: other)));
    }

    private static bool IsSuperseded(Finding finding, Finding by) =>
        by.Rule.Supersedes.Contains(finding.Rule.Id)
        && finding.Severity <= by.Severity
        && finding.SecuritySeverity <= by.SecuritySeverity
        && StatementOf(finding).SequenceEqual(StatementOf(by));

    // "/Statement/3/Action/0" is in "/Statement/3"; "/Statement/Action" of a single statement is in "/Statement".
    private static ReadOnlySpan<char> StatementOf(Finding finding)
    {
        ReadOnlySpan<char> pointer = finding.Pointers[0];
        int end = "/Statement".Length;
        if (pointer.Length <= end)
            return pointer;

        int next = end + 1;
        while (next < pointer.Length && char.IsAsciiDigit(pointer[next]))
            next++;

        return next > end + 1 ? pointer[..next] : pointer[..end];
    }
}
