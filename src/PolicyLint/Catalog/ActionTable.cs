using System.Buffers.Binary;
using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

/// <summary>The actions of a catalogue laid open, for many look-ups in a row.</summary>
internal readonly ref struct ActionTable(CatalogBlob blob)
{
    /// <summary>What <see cref="Find"/> gives where there is no such action.</summary>
    public const int None = -1;

    private const int ServiceAt = 4;

    private readonly CatalogBlob _blob = blob;
    private readonly ReadOnlySpan<byte> _slots = blob.Slots(Section.ActionSlots);
    private readonly ReadOnlySpan<byte> _records = blob.Records(Section.Actions);

    /// <summary>The ordinal of an action of a service; ignores case.</summary>
    public int Find(int service, ReadOnlySpan<byte> name)
    {
        uint hash = HashOfName(name, (uint)service);
        for (int ordinal; (ordinal = CatalogBlob.Probe(_slots, ref hash)) >= 0;)
        {
            ReadOnlySpan<byte> record = _records.Slice(ordinal * SizeOfAction, SizeOfAction);
            if (BinaryPrimitives.ReadUInt16LittleEndian(record[ServiceAt..]) == service && _blob.TextEquals(record, name))
                return ordinal;
        }

        return None;
    }
}
