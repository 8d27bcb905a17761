using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2106: no principal of the statement can use the action.</summary>
public sealed class ActionUnfitForPrincipal() : StatementRule(new RuleDescriptor
{
    Id = "PL2106",
    Name = "action-unfit-for-principal",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.Trust | PolicyTypes.Resource,
    LooksAt = Effect.Allow,
    Needs = StatementParts.Principal,
    IssueCodes = [IssueCodes.MismatchedActionForPrincipal],
    Title = "No principal of the statement can use the action",
    Why = "Each way of assuming a role is for its own kind of principal: `sts:AssumeRoleWithSAML` for a SAML provider, `sts:AssumeRoleWithWebIdentity` for an OpenID Connect provider, `sts:AssumeRole` for accounts, roles, users and services. The statement lets nobody in by this action.",
    Remedy = "Write the action of the principal's kind, and name an identity provider under Federated.",
    Limits = "A statement that names principals of several kinds is fine as long as one of them can use the action. Wildcards in actions are not looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-mismatched-action-for-principal",
        "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html",
    ],
    Since = "0.1.0",
})
{
    private enum Way
    {
        None,
        Role,
        Saml,
        WebIdentity,
    }

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Principal is not { Text: null } principal || !statement.OnlyAssumesRole())
            return;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Action is { } action && WayOf(action.Name) is var way and not Way.None && !FitsAny(principal, way))
                Report(pattern, principal, context);
        }
    }

    private static void Report(ActionPattern pattern, Principal principal, RuleContext context)
    {
        List<PolicyString> values = [.. principal.Entries.SelectMany(static entry => entry.Values)];
        if (values.Count == 0)
            return;

        context.Report(
            pattern.Text,
            $"{pattern.Text.Quoted()} cannot be used by {values.ConvertAll(static value => value.Value).Listed()}",
            related: [.. values.Select(static value => ((PolicyNode)value, "who is named"))]);
    }

    private static Way WayOf(string action) => action switch
    {
        "AssumeRole" => Way.Role,
        "AssumeRoleWithSAML" => Way.Saml,
        "AssumeRoleWithWebIdentity" => Way.WebIdentity,
        _ => Way.None,
    };

    private static bool FitsAny(Principal principal, Way way)
    {
        foreach (PolicyStringList entry in principal.Entries)
        {
            foreach (PolicyString value in entry.Values)
            {
                if (value.HasUnknown || Fits(entry.Name, value.Value, way))
                    return true;
            }
        }

        return false;
    }

    // What is no provider at all is another rule's matter.
    private static bool Fits(string kind, string value, Way way) => kind switch
    {
        PrincipalValues.Federated => PrincipalValues.KindOfFederated(value) switch
        {
            FederatedKind.Saml => way == Way.Saml,
            FederatedKind.OpenIdConnect => way == Way.WebIdentity,
            _ => true,
        },
        _ => way == Way.Role || value == "*",
    };
}
