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
    public static bool IsOfSomeActions(ConditionTerm term) => term.Key is { IsGlobal: false } && !OfSession.Contains(term.Entry.Key.Value);

    /// <summary>Whether a request for the action, on a resource that the statement means, can have the key.</summary>
    public static bool CanCarry(this StatementAccess statement, CatalogAction action, string key)
    {
        if (action.ConditionKeys.TryFind(key, out _))
            return true;

        foreach (CatalogActionResource resource in action.ResourceTypes)
        {
            if ((resource.ConditionKeys.TryFind(key, out _) || resource.Type.ConditionKeys.TryFind(key, out _)) && statement.CanMatch(resource.Type))
                return true;
        }

        return false;
    }
}
