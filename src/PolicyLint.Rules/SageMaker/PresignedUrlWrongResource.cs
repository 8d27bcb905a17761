using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3013: the URL of a Studio user is limited to something that is no user profile.</summary>
public sealed class PresignedUrlWrongResource() : StatementRule(new RuleDescriptor
{
    Id = "PL3013",
    Name = "presigned-url-wrong-resource",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Urls.Names,
    Title = "The URL of a Studio user is limited to something that is no user profile",
    Why = "CreatePresignedDomainUrl is decided on the user profile, although older pages of AWS name the app. With the ARN of an app, a "
        + "domain or a space the statement allows nothing, and the next person mends it with `*`, which opens every user's Studio.",
    Remedy = "Name the user profile: `arn:aws:sagemaker:us-east-1:111122223333:user-profile/d-abc123/alice`.",
    Limits = "PL2008 says of any action that no resource named is of its type; this rule says which is meant.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedDomainUrl.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Urls = new("sagemaker", "CreatePresignedDomainUrl");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.IsNotResource || statement.IsNotAction || Urls.In(context.Catalog) is not [{ Action: var action }])
            return;

        // A wildcard was meant for other actions as well.
        if (!statement.ActionPatterns.MayMatch(action) || statement.CanApplyTo(action) || NameOf(action, statement) is not { } name)
            return;

        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (TypeOf(pattern, action.Service) is { } type)
            {
                context.Report(pattern.Text, $"`CreatePresignedDomainUrl` is decided on the user profile, and {pattern.Text.Quoted()} names {type}", related: (name, "for this action"));
                return;
            }
        }
    }

    private static PolicyString? NameOf(CatalogAction action, StatementAccess statement)
    {
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Holds(action) && (pattern.Action is not null || pattern.Actions.Count == 1))
                return pattern.Text;
        }

        return null;
    }

    private static string? TypeOf(ResourcePattern pattern, CatalogService sageMaker)
    {
        foreach (var (type, words) in (ReadOnlySpan<(string, string)>)[("app", "an app"), ("domain", "a domain"), ("space", "a space")])
        {
            if (pattern.Kind == ResourcePatternKind.Arn && sageMaker.TryGetResourceType(type, out CatalogResourceType found) && pattern.CanMatch(found))
                return words;
        }

        return null;
    }
}
