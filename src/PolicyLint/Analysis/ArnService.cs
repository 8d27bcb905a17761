using PolicyLint.Catalog;
using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Analysis;

/// <summary>
/// A service that ARNs name, with the formats of its resources. A service may have hundreds, and nearly every ARN starts as one or
/// two of them do: only those are read.
/// </summary>
internal sealed class ArnService
{
    private readonly ServiceCatalog _catalog;
    private readonly byte[] _name;

    // For each format its resource type, and the text reference of what is known of its resource from the start.
    private readonly (int Type, uint Head)[] _heads;

    private ArnFormat[]? _formats;

    /// <param name="catalog">The catalogue.</param>
    /// <param name="name">The service's name in ARNs.</param>
    /// <param name="types">The resource types with a format that names it.</param>
    public ArnService(ServiceCatalog catalog, ReadOnlySpan<byte> name, CatalogList<CatalogResourceType> types)
    {
        _catalog = catalog;
        _name = name.ToArray();
        List<(int Type, uint Head)> heads = new(types.Count);
        foreach (CatalogResourceType type in types)
        {
            for (int i = 0; i < type.ArnFormatCount; i++)
                heads.Add((type.Index, HeadOf(type.ArnResource(i))));
        }

        _heads = [.. heads];
    }

    /// <summary>Every format.</summary>
    public ArnFormat[] Formats => _formats ??= ReadAll();

    /// <summary>Whether an ARN of the service fits one of its formats.</summary>
    public bool HasFormatFor(ArnBytes arn)
    {
        foreach (var (type, head) in _heads)
        {
            if (arn.MayStartWith(_catalog.Blob.Utf8(head)) && FitsOne(arn, _catalog.ResourceTypes[type]))
                return true;
        }

        return false;
    }

    private bool FitsOne(ArnBytes arn, CatalogResourceType type)
    {
        foreach (ArnFormat format in ArnFormatCache.Of(_catalog).FormatsOf(type))
        {
            if (arn.Fits(format))
                return true;
        }

        return false;
    }

    private ArnFormat[] ReadAll()
    {
        List<ArnFormat> formats = new(_heads.Length);
        int lastType = -1;
        foreach (var (type, _) in _heads)
        {
            if (type == lastType)
                continue;

            lastType = type;
            foreach (ArnFormat format in ArnFormatCache.Of(_catalog).FormatsOf(_catalog.ResourceTypes[type]))
            {
                if (_name.AsSpan().SequenceEqual(format.ServiceName))
                    formats.Add(format);
            }
        }

        return [.. formats];
    }

    // Up to the first placeholder or star.
    private uint HeadOf(uint resource)
    {
        int open = _catalog.Blob.Utf8(resource).IndexOfAny((byte)'$', (byte)'*');
        (int offset, int length) = SplitTextRef(resource);
        return TextRef(offset, open < 0 ? length : open);
    }
}
