using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2191: the login to ECR is allowed on repositories.</summary>
public sealed class EcrAuthTokenScoped() : StatementRule(new RuleDescriptor
{
    Id = "PL2191",
    Name = "ecr-auth-token-scoped",
    Category = RuleCategory.Correctness,
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.All & ~PolicyTypes.Trust,
    Services = ["ecr"],
    Title = "The login to ECR is allowed on repositories",
    Why = "GetAuthorizationToken is about the registry and not about a repository: on the ARN of one it is never allowed. The "
        + "login fails, and people widen the whole statement to `*`, pushes included.",
    Remedy = "Put `ecr:GetAuthorizationToken` into a statement of its own, with `\"Resource\": \"*\"`.",
    Limits = "Other actions that need `*` are for PL2009.",
    Sources =
    [
        "https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Action is null || statement.Statement.Resource is not { } resource || statement.MatchesStar)
            return;

        string never = statement.Statement.Effect == Effect.Deny ? "denied" : "allowed";
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (!IsLogin(pattern))
                continue;

            if (statement.ResourcePatterns.Any(static value => value.Kind == ResourcePatternKind.Unresolved))
                context.CannotJudge(pattern.Text, "whether `*` is among the resources is not known before deployment");
            else
                context.Report(pattern.Text, $"{pattern.Text.Quoted()} is never {never} on repositories: it needs a statement of its own on `*`", related: (resource, "there is no `*` here"));
        }
    }

    /// <summary>Whether the value means the login and nothing else.</summary>
    internal static bool IsLogin(ActionPattern pattern) =>
        pattern.Service is { Prefix: "ecr" } ecr
        && ecr.TryGetAction("GetAuthorizationToken", out CatalogAction login)
        && pattern.Holds(login)
        && pattern.Actions.Count == 1;
}
