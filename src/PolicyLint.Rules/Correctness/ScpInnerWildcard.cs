using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2109: an action of an SCP has a wildcard that is not at its end.</summary>
public sealed class ScpInnerWildcard() : StatementRule(new RuleDescriptor
{
    Id = "PL2109",
    Name = "scp-inner-wildcard",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    Profile = RuleProfile.AccessAnalyzer,
    AppliesTo = PolicyTypes.Scp,
    IssueCodes = [IssueCodes.ScpSyntaxErrorActionWildcard],
    Title = "An action of an SCP has a wildcard that is not at its end",
    Why = "Access Analyzer takes a wildcard in an action of a service control policy only at the end. AWS Organizations has taken others since 2025, so this is reported in the profile of the service only.",
    Remedy = "Nothing, unless Access Analyzer must have no finding: then name the actions.",
    Sources =
    [
        "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-scp-syntax-error-action-wildcard",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.HasWildcard && pattern.Text.Value.AsSpan().TrimEnd('*').Contains('*'))
                context.Report(pattern.Text, $"{pattern.Text.Quoted()} has a wildcard that is not at its end");
        }
    }
}
