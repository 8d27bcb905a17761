using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>
/// The services that ARNs name, each with the formats of its resources. A service's name in ARNs need not be the prefix of its
/// actions, and services define types of each other's resources.
/// </summary>
internal sealed class ArnServiceIndex
{
    private static readonly ConditionalWeakTable<ServiceCatalog, ArnServiceIndex> Indexes = [];

    // Longer names are no service's.
    private const int MaxName = 64;

    private readonly FrozenDictionary<string, ArnFormat[]> _formats;
    private readonly FrozenDictionary<string, ArnFormat[]>.AlternateLookup<ReadOnlySpan<char>> _byName;

    private ArnServiceIndex(ServiceCatalog catalog)
    {
        ArnFormatCache cache = ArnFormatCache.Of(catalog);
        var formats = new Dictionary<string, List<ArnFormat>>(StringComparer.Ordinal);
        foreach (CatalogService service in catalog.Services)
            formats[service.Prefix] = [];

        foreach (CatalogResourceType type in catalog.ResourceTypes)
        {
            foreach (ArnFormat format in cache.FormatsOf(type))
            {
                if (format.ServiceName is not { } bytes)
                    continue;

                string name = Encoding.UTF8.GetString(bytes);
                (formats.TryGetValue(name, out List<ArnFormat>? known) ? known : formats[name] = []).Add(format);
            }
        }

        _formats = formats.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _byName = _formats.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static ArnServiceIndex Of(ServiceCatalog catalog) => Indexes.GetValue(catalog, static catalog => new(catalog));

    /// <summary>
    /// Whether AWS itself has resources in the service, whose ARNs leave the account out:
    /// <see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html">public parameters</see>,
    /// documents of Systems Manager, and views of Resource Explorer that AWS manages.
    /// </summary>
    public static bool HasResourcesOfAws(string service) => service is "ssm" or "resource-explorer-2";

    /// <summary>The formats of a service's ARNs, perhaps none; null where there is no such service.</summary>
    public ArnFormat[]? Find(ReadOnlySpan<char> service) => _byName.TryGetValue(service, out ArnFormat[]? formats) ? formats : null;

    /// <inheritdoc cref="Find(ReadOnlySpan{char})"/>
    public ArnFormat[]? Find(ReadOnlySpan<byte> service)
    {
        if (service.Length > MaxName)
            return null;

        Span<char> name = stackalloc char[MaxName];
        for (int i = 0; i < service.Length; i++)
            name[i] = (char)service[i];

        return Find(name[..service.Length]);
    }
}
