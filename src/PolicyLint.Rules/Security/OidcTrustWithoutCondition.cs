using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1022: whoever an identity provider signs in may assume the role.</summary>
public sealed class OidcTrustWithoutCondition() : StatementRule(new RuleDescriptor
{
    Id = "PL1022",
    Name = "oidc-trust-without-condition",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Trust,
    LooksAt = Effect.Allow,
    Needs = StatementParts.Principal,
    IssueCodes = [IssueCodes.MissingConditionKeyForOidcPrincipal, IssueCodes.MissingGitHubRepoConditionKey],
    Title = "Whoever an identity provider signs in may assume the role",
    Why = "A public provider signs in everybody, and a private one everybody it knows. Without a condition on the token's audience or subject each of them gets the role; with GitHub that is every workflow of every repository in the world.",
    Remedy = "Add a condition on the keys of the provider: its `:aud`, and its `:sub` with the repository, user or service account that is meant.",
    Limits = "What the condition lets through is not judged here, only whether there is one.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-missing-condition-key-for-oidc-principal",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-missing-github-repo-condition-key",
    ],
    Since = "0.1.0",
})
{
    private const string GitHub = "token.actions.githubusercontent.com";

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        Principal? principal = statement.Statement.Principal;
        if (!principal.Has(PrincipalValues.Federated))
            return;

        foreach (PolicyString value in principal.Of(PrincipalValues.Federated))
        {
            if (!value.HasUnknown && PrincipalValues.KindOfFederated(value.Value) == FederatedKind.OpenIdConnect)
                Check(value, PrincipalValues.IssuerOf(value.Value), statement, context);
        }
    }

    private static void Check(PolicyString provider, string issuer, StatementAccess statement, RuleContext context)
    {
        if (issuer.Equals(GitHub, StringComparison.OrdinalIgnoreCase))
        {
            if (!NamesRepository(statement, context))
                context.As(IssueCodes.MissingGitHubRepoConditionKey).Report(provider, $"Every workflow of every GitHub repository may assume the role: no condition on `{GitHub}:sub`");
        }
        else if (!HasKeyOf(statement, issuer))
        {
            context.As(IssueCodes.MissingConditionKeyForOidcPrincipal).Report(provider, $"Whoever {provider.Quoted()} signs in may assume the role: no condition on a key of the provider");
        }
    }

    // The service asks for the subject; the other claims about the repository do as well.
    private static bool NamesRepository(StatementAccess statement, RuleContext context)
    {
        bool subjectOnly = context.Options.Profile == RuleProfile.AccessAnalyzer;
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            string key = term.Entry.Key.Value;
            if (term.Entry.Key.HasUnknown || term.IsAbout($"{GitHub}:sub"))
                return true;

            if (!subjectOnly && IsOf(key, GitHub) && !term.IsAbout($"{GitHub}:aud"))
                return true;
        }

        return false;
    }

    private static bool HasKeyOf(StatementAccess statement, string issuer)
    {
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.Entry.Key.HasUnknown || IsOf(term.Entry.Key.Value, issuer))
                return true;
        }

        return false;
    }

    private static bool IsOf(string key, string issuer) =>
        key.Length > issuer.Length && key[issuer.Length] == ':' && key.StartsWith(issuer, StringComparison.OrdinalIgnoreCase);
}
