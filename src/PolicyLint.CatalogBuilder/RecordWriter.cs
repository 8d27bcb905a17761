using System.Buffers.Binary;
using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>The records of one section, and the check that each has the size that the layout says.</summary>
internal sealed class RecordWriter(CatalogLayout.Section section)
{
    private readonly List<byte> _bytes = [];
    private int _count;

    public IReadOnlyList<byte> Bytes => _bytes;

    public int Count => _count;

    public RecordWriter U8(int value)
    {
        _bytes.Add(checked((byte)value));
        return this;
    }

    public RecordWriter U16(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, checked((ushort)value));
        _bytes.AddRange(bytes);
        return this;
    }

    public RecordWriter U32(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Ends the record and says its number.</summary>
    public int End()
    {
        if (_bytes.Count != (_count + 1) * CatalogLayout.SizeOf(section))
            throw new InvalidOperationException($"a record of {section} has not the size that the layout says");

        return _count++;
    }
}
