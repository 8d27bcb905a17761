using System.Collections.Concurrent;
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

    // By the hash of the service that a format names, the resource type of the format: the formats themselves are read only for
    // services that somebody asks for.
    private readonly List<uint> _hashes = [];
    private readonly List<int> _types = [];
    private readonly ServiceCatalog _catalog;
    private readonly ConcurrentDictionary<string, ArnFormat[]> _formats = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ArnFormat[]>.AlternateLookup<ReadOnlySpan<char>> _byName;

    private ArnServiceIndex(ServiceCatalog catalog)
    {
        _catalog = catalog;
        _byName = _formats.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (CatalogResourceType type in catalog.ResourceTypes)
        {
            for (int i = 0; i < type.ArnFormatCount; i++)
            {
                if (ServiceOf(type.ArnHead(i)) is { IsEmpty: false } service)
                {
                    _hashes.Add(CatalogLayout.HashOfName(service));
                    _types.Add(type.Index);
                }
            }
        }
    }

    public static ArnServiceIndex Of(ServiceCatalog catalog) => Indexes.GetValue(catalog, static catalog => new(catalog));

    /// <summary>
    /// Whether AWS itself has resources in the service, whose ARNs leave the account out:
    /// <see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html">public parameters</see>,
    /// documents of Systems Manager, and views of Resource Explorer that AWS manages.
    /// </summary>
    public static bool HasResourcesOfAws(string service) => service is "ssm" or "resource-explorer-2";

    /// <summary>The formats of a service's ARNs, perhaps none; null where there is no such service.</summary>
    public ArnFormat[]? Find(ReadOnlySpan<char> service)
    {
        if (_byName.TryGetValue(service, out ArnFormat[]? known))
            return known;

        // Only what exists is kept: a policy can name services without end.
        string name = service.ToString();
        return Read(name) is { } formats ? _formats.GetOrAdd(name, formats) : null;
    }

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

    private ArnFormat[]? Read(string name)
    {
        byte[] service = Encoding.UTF8.GetBytes(name);
        uint hash = CatalogLayout.HashOfName(service);
        ArnFormatCache cache = ArnFormatCache.Of(_catalog);
        var formats = new List<ArnFormat>();
        int lastType = -1;
        for (int i = 0; i < _hashes.Count; i++)
        {
            if (_hashes[i] != hash || _types[i] == lastType)
                continue;

            lastType = _types[i];
            foreach (ArnFormat format in cache.FormatsOf(_catalog.ResourceTypes[lastType]))
            {
                if (service.AsSpan().SequenceEqual(format.ServiceName))
                    formats.Add(format);
            }
        }

        bool exists = formats.Count > 0 || (_catalog.TryGetService(name, out CatalogService known) && known.Prefix == name);
        return exists ? [.. formats] : null;
    }

    // What stands third in arn:${Partition}:sagemaker:…
    private static ReadOnlySpan<byte> ServiceOf(ReadOnlySpan<byte> arn)
    {
        for (int field = 0; field < 2; field++)
        {
            int colon = arn.IndexOf((byte)':');
            if (colon < 0)
                return [];

            arn = arn[(colon + 1)..];
        }

        return arn.IndexOf((byte)':') is var end and >= 0 ? arn[..end] : arn;
    }
}
