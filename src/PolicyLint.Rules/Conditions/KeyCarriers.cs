using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Conditions;

/// <summary>
/// Which requests have a condition key: those of an action that lists it, or whose resource type does. See
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">actions, resources, and condition keys</see>.
/// </summary>
internal static class KeyCarriers
{
    // The caller's credentials carry these into requests to any service, though they have a service's prefix.
    private static readonly HashSet<string> OfSession = new(StringComparer.OrdinalIgnoreCase)
    {
        "codebuild:BuildArn", "codebuild:ProjectArn", "ec2:RoleDelivery", "ec2:SourceInstanceArn", "glue:CredentialIssuingService",
        "glue:RoleAssumedBy", "identitystore:UserId", "lambda:SourceFunctionArn", "ssm:SourceInstanceArn",
    };

    /// <summary>Whether only requests for some actions have the key: neither AWS nor the caller's credentials set it for all.</summary>
    public static bool IsOfSomeActions(ConditionTerm term) =>
        term.Key is { IsGlobal: false } && !OfSession.Contains(term.Entry.Key.Value) && !IsClaim(term.Entry.Key.Value);

    /// <summary>
    /// Whether the key is a claim of an identity provider. Who signed in through one carries some of its claims into later
    /// requests too.
    /// </summary>
    public static bool IsClaim(string key)
    {
        ReadOnlySpan<char> prefix = key.AsSpan(0, Math.Max(key.IndexOf(':', StringComparison.Ordinal), 0));
        return prefix.Contains('.') || prefix.Equals("saml", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a request for the action can have the key, on whatever resource.</summary>
    public static bool CanCarry(this CatalogAction action, string key)
    {
        if (action.ConditionKeys.TryFind(key, out _))
            return true;

        foreach (CatalogActionResource resource in action.ResourceTypes)
        {
            if (Lists(resource, key))
                return true;
        }

        return false;
    }

    /// <summary>Whether a request for the action, on a resource that the statement means, can have the key.</summary>
    public static bool CanCarry(this StatementAccess statement, CatalogAction action, string key)
    {
        if (action.ConditionKeys.TryFind(key, out _))
            return true;

        foreach (CatalogActionResource resource in action.ResourceTypes)
        {
            if (Lists(resource, key) && statement.CanMatch(resource.Type))
                return true;
        }

        return false;
    }

    private static bool Lists(CatalogActionResource resource, string key) =>
        resource.ConditionKeys.TryFind(key, out _) || resource.Type.ConditionKeys.TryFind(key, out _);
}
