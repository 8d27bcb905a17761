using PolicyLint.Analysis;

namespace PolicyLint.Rules.Security;

/// <summary>PL1024: a wildcard in the subject of a GitHub workflow that may assume the role.</summary>
public sealed class GitHubSubjectWildcard() : StatementRule(new RuleDescriptor
{
    Id = "PL1024",
    Name = "github-subject-wildcard",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Trust,
    LooksAt = Effect.Allow,
    Needs = StatementParts.Condition,
    IssueCodes = [IssueCodes.SpecificGitHubRepoAndBranchRecommended],
    Title = "A wildcard in the GitHub subject that may assume the role",
    Why = "The subject says which organization, repository and branch a workflow runs for. A wildcard in the organization or the repository lets in repositories that others make; one in the rest lets in every branch and pull request, and so everybody who may push one.",
    Remedy = "Name the repository and the branch or environment: `repo:octo-org/octo-repo:ref:refs/heads/main`.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-specific-github-repo-and-branch-recommended",
    ],
    Since = "0.1.0",
})
{
    private const string Subject = "token.actions.githubusercontent.com:sub";
    private const string Ref = "token.actions.githubusercontent.com:ref";

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (!term.IsAbout(Subject) || term.Operator is not { AllowsWildcards: true, IsNegated: false })
                continue;

            foreach (ConditionValue value in term.Entry.Values)
                Check(value, statement.Conditions, context);
        }
    }

    private static void Check(ConditionValue value, ConditionAccess conditions, RuleContext context)
    {
        int wildcard = value.Text.AsSpan().IndexOfAny('*', '?');
        if (wildcard < 0)
            return;

        ReadOnlySpan<char> before = value.Text.AsSpan(0, wildcard);
        if (!before.StartsWith("repo:", StringComparison.OrdinalIgnoreCase) || !before.Contains('/'))
            context.Report(value, $"{value.Text.Quoted()} lets in repositories of other GitHub organizations", SecuritySeverity.High);
        else if (!before[5..].Contains(':'))
            context.Report(value, $"{value.Text.Quoted()} lets in several repositories of the organization", SecuritySeverity.Medium);
        else if (!conditions.Constrains(Ref))
            context.Report(value, $"{value.Text.Quoted()} lets in more than one branch, environment or kind of event of the repository", SecuritySeverity.Low);
    }
}
