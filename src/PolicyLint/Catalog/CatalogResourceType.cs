using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

/// <summary>
/// A resource type that a service defines. See
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#resources_table">the resource types table</see>.
/// </summary>
public readonly record struct CatalogResourceType : ICatalogItem<CatalogResourceType>
{
    private readonly ServiceCatalog _catalog;

    internal CatalogResourceType(ServiceCatalog catalog, int index)
    {
        _catalog = catalog;
        Index = index;
    }

    /// <summary>Its number over the whole catalogue, from 0 to <see cref="ServiceCatalog.ResourceTypeCount"/>.</summary>
    public int Index { get; }

    /// <summary>Its name: <c>endpoint</c>.</summary>
    public string Name => Blob.Text(Section.ResourceTypes, Index);

    /// <summary>
    /// The shapes of its ARNs, almost always one: <c>arn:${Partition}:sagemaker:${Region}:${Account}:endpoint/${EndpointName}</c>.
    /// </summary>
    public ImmutableArray<string> ArnFormats
    {
        get
        {
            string[] formats = new string[ArnFormatCount];
            int first = Blob.U16(Section.ResourceTypes, Index, 4);
            for (int i = 0; i < formats.Length; i++)
                formats[i] = Join(Blob.Utf8(Section.Arns, first + i), Blob.Utf8(Section.Arns, first + i, 4));

            return ImmutableCollectionsMarshal.AsImmutableArray(formats);
        }
    }

    internal int ArnFormatCount => Blob.U16(Section.ResourceTypes, Index, 6);

    /// <summary>Where the text lies that a format has behind the account.</summary>
    internal uint ArnResource(int format) => Blob.U32(Section.Arns, Blob.U16(Section.ResourceTypes, Index, 4) + format, 4);

    /// <summary>The service that defines it.</summary>
    public CatalogService Service => new(_catalog, Blob.U16(Section.ResourceTypes, Index, 10));

    /// <summary>The condition keys that every action on it supports.</summary>
    public CatalogList<CatalogConditionKey> ConditionKeys =>
        CatalogList<CatalogConditionKey>.Pooled(_catalog, Blob.U16(Section.ResourceTypes, Index, 8));

    private CatalogBlob Blob => _catalog.Blob;

    private static string Join(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        Span<byte> whole = stackalloc byte[2 * MaxTextLength];
        head.CopyTo(whole);
        tail.CopyTo(whole[head.Length..]);
        return Encoding.UTF8.GetString(whole[..(head.Length + tail.Length)]);
    }

    static CatalogResourceType ICatalogItem<CatalogResourceType>.At(ServiceCatalog catalog, int index) => new(catalog, index);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
