namespace PolicyLint.AccessAnalyzer.Confirming;

/// <summary>Which of the service's codes a finding stands for: the one place that knows.</summary>
internal static class IssueCodes
{
    /// <summary>The code; null where the service has no check for it.</summary>
    public static string? Of(Finding finding) => finding.Rule.IssueCode;
}
