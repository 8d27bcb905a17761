namespace PolicyLint.Cli.Checking;

/// <summary>
/// What was said of the policies of one host file. A policy that the file makes differently under other conditions is linted once for
/// each; what is true of several is said once.
/// </summary>
internal sealed class ReportedOnce
{
    private readonly HashSet<(string, TextSpan, string)> _findings = [];
    private readonly HashSet<NotEvaluated> _parts = [];

    /// <summary>Keeps in mind what is said of a policy.</summary>
    public LintResult Keep(LintResult result)
    {
        foreach (Finding finding in result.Findings)
            _findings.Add(KeyOf(finding));

        _parts.UnionWith(result.NotEvaluated);
        return result;
    }

    /// <summary>The result without what is said already.</summary>
    public LintResult LeaveOut(LintResult result) =>
        result.With([.. result.Findings.Where(finding => _findings.Add(KeyOf(finding)))]).WithNotEvaluated([.. result.NotEvaluated.Where(_parts.Add)]);

    private static (string, TextSpan, string) KeyOf(Finding finding) => (finding.Rule.Id, finding.Span, finding.Message);
}
