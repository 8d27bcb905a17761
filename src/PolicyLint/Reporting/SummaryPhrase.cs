using System.Globalization;

namespace PolicyLint.Reporting;

/// <summary>Counts as people say them.</summary>
internal static class SummaryPhrase
{
    /// <summary><c>12 policies, 3 errors, 1 warning</c>: what there is none of is left out.</summary>
    public static string Of(RunSummary summary) => $"{Count(summary.Policies, "policy", "policies")}, {OfFindings(summary)}{Rest(summary)}";

    /// <summary><c>12 policies, 2 parts not evaluated</c>: the same without the findings.</summary>
    public static string OfPolicies(RunSummary summary) => $"{Count(summary.Policies, "policy", "policies")}{Rest(summary)}";

    /// <summary><c>3 errors, 1 warning</c>, or <c>no findings</c>.</summary>
    public static string OfFindings(RunSummary summary)
    {
        List<string> counts = [];
        Add(counts, summary.Errors, "error", "errors");
        Add(counts, summary.Warnings, "warning", "warnings");
        Add(counts, summary.Suggestions, "suggestion", "suggestions");
        return counts.Count == 0 ? "no findings" : string.Join(", ", counts);
    }

    /// <summary><c>1 policy</c>, <c>2 policies</c>.</summary>
    public static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static string Rest(RunSummary summary)
    {
        List<string> counts = [];
        Add(counts, summary.Suppressed, "suppressed", "suppressed");
        Add(counts, summary.NotEvaluated, "part not evaluated", "parts not evaluated");
        Add(counts, summary.Failed, "file not checked", "files not checked");
        Add(counts, summary.Skipped, "file skipped that is no policy", "files skipped that are no policies");
        return string.Concat(counts.Select(count => $", {count}"));
    }

    private static void Add(List<string> counts, int count, string one, string many)
    {
        if (count > 0)
            counts.Add(Count(count, one, many));
    }
}
