using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Maintainability;

/// <summary>PL4004: a session is trusted beside the role that it is a session of.</summary>
public sealed class RedundantSessionPrincipal() : StatementRule(new RuleDescriptor
{
    Id = "PL4004",
    Name = "redundant-session-principal",
    Category = RuleCategory.Maintainability,
    DefaultSeverity = Severity.Suggestion,
    AppliesTo = PolicyTypes.Trust,
    Needs = StatementParts.Principal,
    IssueCodes = [IssueCodes.RedundantPrincipalInRoleTrustPolicy],
    Title = "A session is trusted beside the role that it is a session of",
    Why = "Whoever may assume the parent role has all of its sessions, so the value adds nobody.",
    Remedy = "Take the session out.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-principal-in-role-trust-policy",
    ],
    Since = "0.1.0",
})
{
    private const string SessionOf = ":assumed-role/";

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        Principal? principal = statement.Statement.Principal;
        if (!principal.Has(PrincipalValues.Account))
            return;

        foreach (PolicyString session in principal.Of(PrincipalValues.Account))
        {
            if (session.Value.Contains(SessionOf, StringComparison.Ordinal) && FindParent(principal, session.Value) is { } role)
                context.Report(session, $"{session.Quoted()} is a session of {role.Quoted()}, which is trusted already");
        }
    }

    private static PolicyString? FindParent(Principal? principal, string session)
    {
        foreach (PolicyString role in principal.Of(PrincipalValues.Account))
        {
            if (IsSessionOf(session, role.Value))
                return role;
        }

        return null;
    }

    // A session's ARN has the role's name and not its path: arn:aws:sts::111122223333:assumed-role/name/session.
    private static bool IsSessionOf(string session, string role)
    {
        if (session.Split(':') is not [_, var partition, "sts" or "iam", "", var account, var assumed] || assumed.Split('/') is not [_, var name, _])
            return false;

        return role.Split(':') is [_, var rolePartition, "iam", "", var roleAccount, var resource]
            && resource.StartsWith("role/", StringComparison.Ordinal)
            && rolePartition == partition && roleAccount == account && resource[(resource.LastIndexOf('/') + 1)..] == name;
    }
}
