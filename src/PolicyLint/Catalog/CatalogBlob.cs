using System.Buffers.Binary;
using System.Text;
using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

/// <summary>Reads records, texts and lists out of a blob laid out as <see cref="CatalogLayout"/> says.</summary>
internal sealed class CatalogBlob
{
    private readonly BlobMemory _memory;
    private readonly int[] _offsets = new int[(int)Section.Count];
    private readonly int[] _counts = new int[(int)Section.Count];

    private CatalogBlob(BlobMemory memory) => _memory = memory;

    public ReadOnlySpan<byte> Bytes => _memory.Bytes;

    public DateOnly Date { get; private set; }

    /// <summary>Checks the header and the bounds of the sections; their content only when told to sum it up.</summary>
    /// <exception cref="InvalidDataException">The blob is not a catalogue, of another format, cut short or changed.</exception>
    public static CatalogBlob Open(BlobMemory memory, bool verifyContent)
    {
        ReadOnlySpan<byte> bytes = memory.Bytes;
        if (bytes.Length < HeaderSize || !bytes.StartsWith(Magic))
            throw new InvalidDataException("This is not a PolicyLint catalogue.");

        uint format = BinaryPrimitives.ReadUInt32LittleEndian(bytes[Magic.Length..]);
        if (format != Format)
            throw new InvalidDataException($"The catalogue has format {format}; this version of PolicyLint reads format {Format}.");

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[LengthAt..]);
        if (length != bytes.Length)
            throw new InvalidDataException($"The catalogue is damaged: it should have {length} bytes and has {bytes.Length}.");

        if (verifyContent && BinaryPrimitives.ReadUInt64LittleEndian(bytes[ChecksumAt..]) != ChecksumOf(bytes))
            throw new InvalidDataException("The catalogue is damaged: its checksum does not match its content.");

        var blob = new CatalogBlob(memory);
        blob.ReadHeader(bytes);
        return blob;
    }

    private void ReadHeader(ReadOnlySpan<byte> bytes)
    {
        uint day = BinaryPrimitives.ReadUInt32LittleEndian(bytes[DateAt..]);
        uint sections = BinaryPrimitives.ReadUInt32LittleEndian(bytes[SectionCountAt..]);
        if (day > DateOnly.MaxValue.DayNumber || sections != (int)Section.Count)
            throw new InvalidDataException("The catalogue is damaged: its header makes no sense.");

        Date = DateOnly.FromDayNumber((int)day);
        long end = HeaderSize;
        for (int i = 0; i < _offsets.Length; i++)
        {
            ReadOnlySpan<byte> entry = bytes[(SectionsAt + (i * 8))..];
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(entry);
            long count = BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]);
            if (offset != end)
                throw new InvalidDataException($"The catalogue is damaged: section {(Section)i} is not where it should be.");

            end = offset + (count * SizeOf((Section)i));
            if (end > bytes.Length)
                throw new InvalidDataException($"The catalogue is damaged: section {(Section)i} runs over the end.");

            _offsets[i] = (int)offset;
            _counts[i] = (int)count;
        }

        if (end != bytes.Length)
            throw new InvalidDataException("The catalogue is damaged: bytes follow its last section.");
    }

    public int CountOf(Section section) => _counts[(int)section];

    public ReadOnlySpan<byte> Record(Section section, int index)
    {
        if ((uint)index >= (uint)_counts[(int)section])
            throw new ArgumentOutOfRangeException(nameof(index));

        int size = SizeOf(section);
        return Bytes.Slice(_offsets[(int)section] + (index * size), size);
    }

    public ushort U16(Section section, int index, int field = 0) =>
        BinaryPrimitives.ReadUInt16LittleEndian(Record(section, index)[field..]);

    public uint U32(Section section, int index, int field = 0) =>
        BinaryPrimitives.ReadUInt32LittleEndian(Record(section, index)[field..]);

    /// <summary>The bytes of a text whose reference is in a field of a record.</summary>
    public ReadOnlySpan<byte> Utf8(Section section, int index, int field = 0) => Utf8(U32(section, index, field));

    /// <summary>The bytes of a text.</summary>
    public ReadOnlySpan<byte> Utf8(uint reference)
    {
        (int offset, int length) = SplitTextRef(reference);
        return Bytes.Slice(_offsets[(int)Section.Text] + offset, length);
    }

    public string Text(Section section, int index, int field = 0) => Encoding.UTF8.GetString(Utf8(section, index, field));

    /// <summary>Whether a text is this one when the case of ASCII letters is ignored.</summary>
    public bool TextEquals(Section section, int index, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<byte> name = Utf8(section, index);
        return name.Length == text.Length && Ascii.EqualsIgnoreCase(name, text);
    }

    /// <summary>Whether a text is this one when the case of ASCII letters is ignored.</summary>
    public bool TextEquals(Section section, int index, ReadOnlySpan<byte> text) => TextEquals(Record(section, index), text);

    /// <summary>Whether the text that a record starts with is this one when the case of ASCII letters is ignored.</summary>
    public bool TextEquals(ReadOnlySpan<byte> record, ReadOnlySpan<byte> text)
    {
        (int offset, int length) = SplitTextRef(BinaryPrimitives.ReadUInt32LittleEndian(record));
        if (length != text.Length)
            return false;

        // Most policies spell names as AWS does, and plain comparison is the quicker one.
        ReadOnlySpan<byte> name = Bytes.Slice(_offsets[(int)Section.Text] + offset, length);
        return name.SequenceEqual(text) || Ascii.EqualsIgnoreCase(name, text);
    }

    public int ListCount(int list) => U16(Section.Pool, list);

    public int ListItem(int list, int index) => U16(Section.Pool, list + 1 + index);

    /// <summary>All records of a section.</summary>
    public ReadOnlySpan<byte> Records(Section section) =>
        Bytes.Slice(_offsets[(int)section], _counts[(int)section] * SizeOf(section));

    /// <summary>The slots of a hash table, to be probed with <see cref="Probe"/>.</summary>
    public ReadOnlySpan<byte> Slots(Section section) =>
        Bytes.Slice(_offsets[(int)section], _counts[(int)section] * sizeof(ushort));

    /// <summary>The record number in the slot of a hash, or −1 when the slot is free; moves the hash on to the next slot.</summary>
    public static int Probe(ReadOnlySpan<byte> slots, ref uint hash)
    {
        int slot = (int)(hash++ & (uint)((slots.Length / sizeof(ushort)) - 1));
        return BinaryPrimitives.ReadUInt16LittleEndian(slots[(slot * sizeof(ushort))..]) - 1;
    }
}
