namespace PolicyLint.CatalogBuilder;

/// <summary>From two versions of the npm package to the model of the text.</summary>
public static class Importer
{
    /// <param name="actions">The newest version: services, actions, resource types, keys.</param>
    /// <param name="dependents">The last version that tells what actions need besides, and which are permissions only.</param>
    /// <param name="log">Told of what is dropped.</param>
    public static CatalogModel Import(IamDataPackage actions, IamDataPackage dependents, TextWriter log)
    {
        Dictionary<string, (SortedSet<string> Dependents, bool IsPermissionOnly)> extra = dependents.ReadDependents();
        List<ServiceModel> services = [.. actions.ReadServices().Select(service => WithExtra(service, extra))];
        DropDeadDependents(services, log);

        List<KeyModel> globalKeys = actions.ReadGlobalKeys();
        return new CatalogModel
        {
            Origin = new CatalogOrigin(actions.Date, actions.Id, dependents.Id, CatalogCounts.Of(services, globalKeys.Count)),
            Services = services,
            GlobalKeys = globalKeys,
            KeyPrefixes = actions.ReadKeyPrefixes(),
        };
    }

    private static ServiceModel WithExtra(ServiceModel service, Dictionary<string, (SortedSet<string> Dependents, bool IsPermissionOnly)> extra) => new()
    {
        Prefix = service.Prefix,
        Name = service.Name,
        SupportsRcp = service.SupportsRcp,
        Keys = service.Keys,
        ResourceTypes = service.ResourceTypes,
        Actions =
        [
            .. from action in service.Actions
               let found = extra.GetValueOrDefault($"{service.Prefix}:{action.Name.ToLowerInvariant()}")
               select new ActionModel
               {
                   Name = action.Name,
                   Level = action.Level,
                   Keys = action.Keys,
                   Targets = action.Targets,
                   Dependents = [.. found.Dependents ?? []],
                   IsPermissionOnly = found.IsPermissionOnly,
               },
        ],
    };

    public static void DropDeadDependents(List<ServiceModel> services, TextWriter log)
    {
        HashSet<string> known = new(
            services.SelectMany(service => service.Actions, (service, action) => $"{service.Prefix}:{action.Name}"),
            StringComparer.OrdinalIgnoreCase);
        foreach (ServiceModel service in services)
        {
            foreach (ActionModel action in service.Actions)
            {
                foreach (string dead in action.Dependents.Where(dependent => !known.Contains(dependent)).ToArray())
                {
                    log.WriteLine($"{service.Prefix}:{action.Name} needs {dead}, which is gone: dropped");
                    action.Dependents.Remove(dead);
                }
            }
        }
    }
}
