using System.Text;
using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

/// <content>Services as ARNs name them: a name need not be the prefix of the service's actions.</content>
public sealed partial class ServiceCatalog
{
    /// <summary>
    /// Whether ARNs of some resource type name a service so, as <c>catalog</c> names what <c>servicecatalog</c> acts on. ARNs do
    /// not ignore case.
    /// </summary>
    /// <param name="name">What stands third in an ARN.</param>
    public bool IsServiceOfArns(ReadOnlySpan<char> name)
    {
        Span<byte> utf8 = stackalloc byte[LongestLookup];
        return Encoding.UTF8.TryGetBytes(name, utf8, out int length) && FindArnService(utf8[..length]) >= 0;
    }

    /// <summary>The number of a service that ARNs name so; −1 where there is none.</summary>
    internal int FindArnService(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> slots = Blob.Slots(Section.ArnServiceSlots);
        uint hash = HashOfName(name);
        int number;
        while ((number = CatalogBlob.Probe(slots, ref hash)) >= 0 && !Blob.Utf8(Section.ArnServices, number).SequenceEqual(name))
        {
            // Another service in its slot.
        }

        return number;
    }

    /// <summary>The name of such a service.</summary>
    internal ReadOnlySpan<byte> NameOfArnService(int number) => Blob.Utf8(Section.ArnServices, number);

    /// <summary>The resource types with a format that names it.</summary>
    internal CatalogList<CatalogResourceType> TypesOfArnService(int number) =>
        CatalogList<CatalogResourceType>.Pooled(this, Blob.U16(Section.ArnServices, number, 4));
}
