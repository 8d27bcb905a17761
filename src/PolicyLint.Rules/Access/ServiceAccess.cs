using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>What a statement means for a service as a whole.</summary>
internal static class ServiceAccess
{
    /// <summary>Every action of the service, also those that AWS has not announced yet.</summary>
    public static ActionSet AllActions(this CatalogService service) => ActionSet.FromRange(service.FirstOrdinal, service.EndOrdinal);

    /// <summary>Whether the set has every action of the service that changes anything, and there is one.</summary>
    public static bool HoldsEveryWriteOf(this ActionSet actions, CatalogService service)
    {
        bool hasWrite = false;
        foreach (CatalogAction action in service.Actions)
        {
            if (!action.IsWrite)
                continue;

            if (!actions.Contains(action.Ordinal))
                return false;

            hasWrite = true;
        }

        return hasWrite;
    }

    /// <summary>How many actions of the service are in the set.</summary>
    public static int CountOf(this ActionSet actions, CatalogService service)
    {
        int count = 0;
        foreach (CatalogAction action in service.Actions)
        {
            if (actions.Contains(action.Ordinal))
                count++;
        }

        return count;
    }

    /// <summary>The actions of the set that the catalogue has and that change something.</summary>
    public static IEnumerable<CatalogAction> Writes(this ActionSet actions, ServiceCatalog catalog)
    {
        foreach (int ordinal in actions)
        {
            if (!catalog.IsPhantom(ordinal) && catalog.GetAction(ordinal) is { IsWrite: true } action)
                yield return action;
        }
    }

    /// <summary>Whether a value has a wildcard in the service: <c>s*:*</c>.</summary>
    public static bool HasWildcardService(this StatementAccess statement)
    {
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern is { Kind: ActionPatternKind.Wildcard, Service: null })
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the statement means every resource of the service: any resource at all, all of the service's in some account
    /// (<c>arn:aws:sagemaker:eu-west-1:111122223333:*</c>), or values that together leave no type of resource out. With
    /// NotResource: whether no type of resource is wholly left out.
    /// </summary>
    public static bool MeansEveryResourceOf(this StatementAccess statement, CatalogService service)
    {
        if (statement.IsNotResource)
            return LeavesOutNoTypeOf(statement, service);

        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.MeansEveryResourceOf(service))
                return true;
        }

        return statement.ResourcePatterns.Length > 1 && CoversEveryTypeOf(statement, service);
    }

    /// <summary>Whether the value alone means every resource of the service, at least in some account.</summary>
    public static bool MeansEveryResourceOf(this ResourcePattern pattern, CatalogService service)
    {
        if (pattern.Kind == ResourcePatternKind.Everything)
            return true;

        if (pattern.Arn is not { Resource.MatchesEveryNonEmpty: true, Service.HasUnknown: false })
            return false;

        foreach (CatalogResourceType type in service.ResourceTypes)
        {
            if (pattern.CanMatch(type))
                return true;
        }

        return false;
    }

    private static bool LeavesOutNoTypeOf(StatementAccess statement, CatalogService service)
    {
        foreach (CatalogResourceType type in service.ResourceTypes)
        {
            if (!statement.CanMatch(type))
                return false;
        }

        return !statement.ResourcePatterns.IsEmpty && service.ResourceTypes.Count > 0;
    }

    private static bool CoversEveryTypeOf(StatementAccess statement, CatalogService service)
    {
        foreach (CatalogResourceType type in service.ResourceTypes)
        {
            if (!statement.CoversAllOf(type))
                return false;
        }

        return service.ResourceTypes.Count > 0;
    }
}
