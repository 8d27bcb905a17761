using System.Runtime.CompilerServices;
using System.Text;
using PolicyLint.Catalog;
using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Analysis;

/// <summary>
/// The services that ARNs name, each with the formats of its resources. A service's name in ARNs need not be the prefix of its
/// actions, and services define types of each other's resources.
/// </summary>
internal sealed class ArnServiceIndex
{
    private static readonly ConditionalWeakTable<ServiceCatalog, ArnServiceIndex> Indexes = [];

    // Longer names are no service's.
    private const int LongestName = 64;

    // By the number of the service: read only for services that somebody asks for.
    private readonly ArnService?[] _services;
    private readonly ArnService _withoutResources;
    private readonly ServiceCatalog _catalog;

    private ArnServiceIndex(ServiceCatalog catalog)
    {
        _catalog = catalog;
        _withoutResources = new ArnService(catalog, [], default);
        _services = new ArnService?[catalog.Blob.CountOf(Section.ArnServices)];
    }

    public static ArnServiceIndex Of(ServiceCatalog catalog) => Indexes.GetValue(catalog, static catalog => new(catalog));

    /// <summary>
    /// Whether AWS itself has resources in the service, whose ARNs leave the account out:
    /// <see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html">public parameters</see>,
    /// documents of Systems Manager, and views of Resource Explorer that AWS manages.
    /// </summary>
    public static bool HasResourcesOfAws(string service) => service is "ssm" or "resource-explorer-2";

    /// <summary>The service of a name in ARNs; null where there is no such service.</summary>
    public ArnService? Find(ReadOnlySpan<char> service)
    {
        Span<byte> name = stackalloc byte[LongestName];
        return Encoding.UTF8.TryGetBytes(service, name, out int length) ? Find(name[..length]) : null;
    }

    /// <inheritdoc cref="Find(ReadOnlySpan{char})"/>
    public ArnService? Find(ReadOnlySpan<byte> service)
    {
        int number = _catalog.FindArnService(service);
        if (number >= 0)
            return _services[number] ??= new ArnService(_catalog, _catalog.NameOfArnService(number), _catalog.TypesOfArnService(number));

        // A service without resources; ARNs do not ignore case as actions do.
        return _catalog.TryGetService(service, out _) && service.IndexOfAnyInRange((byte)'A', (byte)'Z') < 0 ? _withoutResources : null;
    }
}
