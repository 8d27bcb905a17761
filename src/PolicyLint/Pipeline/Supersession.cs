namespace PolicyLint;

/// <summary>Where several rules blame one cause, the finding of the one that supersedes the others stands for all.</summary>
internal static class Supersession
{
    /// <summary>The findings without those that another one in the same statement supersedes. A graver finding always stays.</summary>
    public static IEnumerable<Finding> LeaveOut(List<Finding> findings)
    {
        var standing = new Dictionary<(string Statement, string SupersededId), Weight>();
        foreach (Finding finding in findings)
        {
            foreach (string id in finding.Rule.Supersedes)
            {
                var key = (StatementOf(finding), id);
                standing[key] = Weight.Of(finding).Max(standing.GetValueOrDefault(key));
            }
        }

        return standing.Count == 0
            ? findings
            : findings.Where(finding => !(standing.TryGetValue((StatementOf(finding), finding.Rule.Id), out Weight weight) && weight.Covers(finding)));
    }

    // "/Statement/3/Action/0" is in "/Statement/3"; "/Statement/Action" of a single statement is in "/Statement".
    private static string StatementOf(Finding finding)
    {
        string pointer = finding.Pointers[0];
        int end = "/Statement".Length;
        if (pointer.Length <= end)
            return pointer;

        int next = end + 1;
        while (next < pointer.Length && char.IsAsciiDigit(pointer[next]))
            next++;

        return next > end + 1 ? pointer[..next] : pointer[..end];
    }

    private readonly record struct Weight(Severity Severity, SecuritySeverity Risk)
    {
        public static Weight Of(Finding finding) => new(finding.Severity, finding.SecuritySeverity);

        public Weight Max(Weight other) => new((Severity)Math.Max((int)Severity, (int)other.Severity), (SecuritySeverity)Math.Max((int)Risk, (int)other.Risk));

        public bool Covers(Finding finding) => finding.Severity <= Severity && finding.SecuritySeverity <= Risk;
    }
}
