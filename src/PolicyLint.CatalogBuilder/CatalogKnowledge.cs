using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>What a catalogue knows and newer data does not tell: it holds for whatever is still there.</summary>
public sealed class CatalogKnowledge(ServiceCatalog catalog)
{
    public ServiceCatalog Catalog => catalog;

    /// <summary>The name of a service for people; its prefix where it is new.</summary>
    public string NameOf(string prefix) => catalog.TryGetService(prefix, out CatalogService service) ? service.Name : prefix;

    public bool SupportsRcp(string prefix) => catalog.TryGetService(prefix, out CatalogService service) && service.SupportsRcp;

    public List<string> DependentsOf(string prefix, string action) =>
        catalog.TryGetAction(prefix, action, out CatalogAction known) ? [.. known.DependentActions.Select(dependent => dependent.FullName)] : [];

    public bool IsPermissionOnly(string prefix, string action) =>
        catalog.TryGetAction(prefix, action, out CatalogAction known) && known.IsPermissionOnly;

    /// <summary>Whether an action requires a resource of a type; what is new is optional, which claims less.</summary>
    public bool IsRequired(string prefix, string action, string type) =>
        catalog.TryGetAction(prefix, action, out CatalogAction known)
        && known.ResourceTypes.Any(target => target.IsRequired && target.Type.Name.Equals(type, StringComparison.OrdinalIgnoreCase));

    /// <summary>The services of the catalogue that others lack.</summary>
    public IEnumerable<string> ServicesMissingIn(IReadOnlyCollection<ServiceModel> services) =>
        catalog.Services.Select(service => service.Prefix).Except(services.Select(service => service.Prefix), StringComparer.Ordinal);
}
