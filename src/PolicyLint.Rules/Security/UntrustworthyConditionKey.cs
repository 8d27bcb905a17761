using PolicyLint.Analysis;

namespace PolicyLint.Rules.Security;

/// <summary>PL1032: a condition on what the caller writes into the request.</summary>
public sealed class UntrustworthyConditionKey() : StatementRule(new RuleDescriptor
{
    Id = "PL1032",
    Name = "untrustworthy-condition-key",
    Category = RuleCategory.Security,
    Needs = StatementParts.Condition,
    SecuritySeverity = SecuritySeverity.Low,
    IssueCodes = [IssueCodes.UntrustworthyConditionKey],
    Title = "A condition on what the caller writes into the request",
    Why = "`aws:Referer` and `aws:UserAgent` are HTTP headers. Whoever sends the request writes into them what he likes, so that a condition on them keeps nobody out.",
    Remedy = "Condition on something that AWS sets: the principal, the network, or the source of the request.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-untrustworthy-condition-key",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.IsAbout("aws:Referer") || term.IsAbout("aws:UserAgent"))
                context.Report(term.Entry.Key, $"{term.Entry.Key.Quoted()} is what the caller writes into the request, so this keeps nobody out");
        }
    }
}
