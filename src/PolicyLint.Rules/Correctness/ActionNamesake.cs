using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>Finds the service that somebody forgot or mixed up: the only one that has an action of a name.</summary>
internal static class ActionNamesake
{
    /// <summary>The action of that name, or null where no service has one, or several do.</summary>
    public static CatalogAction? FindOnly(ServiceCatalog catalog, string name)
    {
        CatalogAction? only = null;
        foreach (CatalogService service in catalog.Services)
        {
            if (!service.TryGetAction(name, out CatalogAction action))
                continue;

            if (only is not null)
                return null;

            only = action;
        }

        return only;
    }
}
