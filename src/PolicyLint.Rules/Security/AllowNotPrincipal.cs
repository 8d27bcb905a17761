using PolicyLint.Analysis;

namespace PolicyLint.Rules.Security;

/// <summary>PL1020: an Allow names the principals that it leaves out.</summary>
public sealed class AllowNotPrincipal() : StatementRule(new RuleDescriptor
{
    Id = "PL1020",
    Name = "allow-not-principal",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Resource | PolicyTypes.VpcEndpoint,
    LooksAt = Effect.Allow,
    Needs = StatementParts.NotPrincipal,
    IssueCodes = [IssueCodes.AllowWithNotPrincipal],
    Title = "An Allow names the principals that it leaves out",
    Why = "NotPrincipal in an Allow lets in everybody on earth but the few that are named, also callers without credentials.",
    Remedy = "Name those who are meant with Principal. To keep some out, write a Deny with a condition on `aws:PrincipalArn`.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-allow-with-not-principal",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.NotPrincipal is not { } principal)
            return;

        bool isNarrow = (statement.Conditions.Scopes & (ConditionScope.Principal | ConditionScope.Network)) != 0;
        context.Report(principal, "Everybody but those named is allowed, callers without credentials included", isNarrow ? SecuritySeverity.Medium : SecuritySeverity.High);
    }
}
