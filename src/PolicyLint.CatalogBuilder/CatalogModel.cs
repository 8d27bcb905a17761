using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>The whole catalogue as the text has it; the overlay then changes it.</summary>
public sealed class CatalogModel
{
    public required CatalogOrigin Origin { get; init; }

    public required List<ServiceModel> Services { get; init; }

    public required List<KeyModel> GlobalKeys { get; init; }

    /// <summary>Prefixes of condition keys that are no service prefixes, with the service whose page lists them.</summary>
    public required List<(string Prefix, string Service)> KeyPrefixes { get; init; }

    public List<PrefixNote> PrefixNotes { get; } = [];

    public List<string> Partitions { get; } = [];

    /// <summary>API operations that are no actions, with the action that authorises each; full names.</summary>
    public List<(string Operation, string Action)> Operations { get; } = [];

    public ServiceModel? FindService(string prefix) => Services.Find(service => service.Prefix == prefix);
}

/// <summary>Where the text came from, and how much of it there must be.</summary>
public sealed record CatalogOrigin(DateOnly Date, string Actions, string Dependents, CatalogCounts Counts);

/// <summary>How much there is of each thing.</summary>
public sealed record CatalogCounts(
    int Services, int Actions, int ResourceTypes, int ConditionKeys, int GlobalKeys, int WithDependents, int PermissionOnly)
{
    public static CatalogCounts Of(IReadOnlyCollection<ServiceModel> services, int globalKeys) => new(
        services.Count,
        services.Sum(service => service.Actions.Count),
        services.Sum(service => service.ResourceTypes.Count),
        services.Sum(service => service.Keys.Count),
        globalKeys,
        services.Sum(service => service.Actions.Count(action => action.Dependents.Count > 0)),
        services.Sum(service => service.Actions.Count(action => action.IsPermissionOnly)));

    /// <summary>What there is less of than before, as sentences.</summary>
    public IEnumerable<string> LossesSince(CatalogCounts before)
    {
        (string, int, int)[] pairs =
        [
            ("services", before.Services, Services),
            ("actions", before.Actions, Actions),
            ("resource types", before.ResourceTypes, ResourceTypes),
            ("condition keys", before.ConditionKeys, ConditionKeys),
            ("global condition keys", before.GlobalKeys, GlobalKeys),
            ("actions with dependents", before.WithDependents, WithDependents),
            ("permission-only actions", before.PermissionOnly, PermissionOnly),
        ];
        return from pair in pairs where pair.Item3 < pair.Item2 select $"{pair.Item1}: {pair.Item2} before, {pair.Item3} now";
    }
}

public sealed class ServiceModel
{
    public required string Prefix { get; init; }

    public required string Name { get; init; }

    public bool SupportsRcp { get; init; }

    public List<KeyModel> Keys { get; init; } = [];

    public List<ResourceTypeModel> ResourceTypes { get; init; } = [];

    public List<ActionModel> Actions { get; init; } = [];

    public ActionModel? FindAction(string name) =>
        Actions.Find(action => action.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public ResourceTypeModel? FindResourceType(string name) => ResourceTypes.Find(type => type.Name == name);
}

public sealed record KeyModel(string Name, ConditionKeyType Type);

public sealed class ResourceTypeModel
{
    public required string Name { get; init; }

    public required List<string> Arns { get; init; }

    public List<string> Keys { get; init; } = [];
}

public sealed class ActionModel
{
    public required string Name { get; init; }

    public required AccessLevel Level { get; init; }

    public List<TargetModel> Targets { get; init; } = [];

    public List<string> Keys { get; init; } = [];

    /// <summary>Full names.</summary>
    public List<string> Dependents { get; init; } = [];

    public bool IsPermissionOnly { get; init; }

    public bool HasAlternativeTargets { get; set; }

    public ActionRisk Risk { get; set; }
}

public sealed record TargetModel(string Type, bool IsRequired, List<string> Keys);
