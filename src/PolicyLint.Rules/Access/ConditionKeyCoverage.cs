using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>
/// Which actions can be held by a condition key: those for which AWS puts the key into the request. Worked out once for each
/// catalogue, and only for the few keys that rules ask about.
/// </summary>
internal static class ConditionKeyCoverage
{
    private static readonly ConditionalWeakTable<ServiceCatalog, ConcurrentDictionary<string, ActionSet>> Known = [];

    /// <summary>The actions of the service that know one of its own condition keys.</summary>
    /// <param name="catalog">The catalogue.</param>
    /// <param name="key">The key with its prefix: <c>sagemaker:VpcSubnets</c>.</param>
    public static ActionSet ActionsThatKnow(this ServiceCatalog catalog, string key) =>
        Known.GetOrCreateValue(catalog).GetOrAdd(key, static (key, catalog) => Find(catalog, key), catalog);

    private static ActionSet Find(ServiceCatalog catalog, string key)
    {
        ActionSet found = ActionSet.Empty;
        if (!catalog.TryGetService(key.AsSpan(0, key.IndexOf(':')), out CatalogService service))
            return found;

        foreach (CatalogAction action in service.Actions)
        {
            if (Knows(action, key))
                found = found.Union(ActionSet.FromRange(action.Ordinal, action.Ordinal + 1));
        }

        return found;
    }

    private static bool Knows(CatalogAction action, string key)
    {
        if (action.ConditionKeys.TryFind(key, out _))
            return true;

        foreach (CatalogActionResource resource in action.ResourceTypes)
        {
            if (resource.ConditionKeys.TryFind(key, out _))
                return true;
        }

        return false;
    }
}
