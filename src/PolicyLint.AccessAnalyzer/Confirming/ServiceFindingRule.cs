using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint.AccessAnalyzer;

/// <summary>PL0030: what Access Analyzer found and no rule did. Each of its codes is a descriptor of its own under the one id.</summary>
public static class ServiceFindingRule
{
    /// <summary>The id of every finding that is Access Analyzer's alone.</summary>
    public const string Id = "PL0030";

    private const string Checks = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

    /// <summary>What the id means, whatever the code.</summary>
    public static RuleDescriptor Descriptor { get; } = Make([], Checks, Severity.Warning);

    /// <summary>The descriptor of a code.</summary>
    /// <param name="issueCode">The code.</param>
    /// <param name="learnMoreLink">The page about it; anything else than an address of AWS's documentation is left out.</param>
    internal static RuleDescriptor Of(IssueCode issueCode, string learnMoreLink) =>
        Make([issueCode], learnMoreLink.StartsWith("https://docs.aws.amazon.com/", StringComparison.Ordinal) ? learnMoreLink : Checks, issueCode.Severity);

    private static RuleDescriptor Make(ImmutableArray<IssueCode> issueCodes, string page, Severity severity) => new()
    {
        Id = Id,
        Name = "access-analyzer-finding",
        Category = RuleCategory.Grammar,
        DefaultSeverity = severity,
        IssueCodes = issueCodes,
        Title = "Access Analyzer found what no rule did",
        Why = "AWS's own check of the policy has an objection that PolicyLint's rules do not have.",
        Remedy = "Follow the page that Access Analyzer names.",
        Sources = [page],
        HelpUri = page,
    };
}
