using System.Buffers.Binary;

namespace PolicyLint.Catalog;

/// <summary>
/// How <c>catalog.bin</c> is laid out; the one description of it, shared by the reader here and the writer in
/// <c>eng/CatalogBuilder</c>. All numbers are little-endian. Nothing in it needs parsing: a lookup hashes the name, probes
/// a table of the blob and reads fixed-size records.
/// <code>
/// header    "PLCATLOG" · u32 format · u32 length of the blob · u64 checksum of what follows · u32 date (day number)
///           · u32 sections · per section: u32 offset, u32 record count
/// text ref  u32: offset into Text in the high 22 bits, length in bytes in the low 10; 0 is the empty text
/// list ref  u16: where in Pool the list starts: its count, then that many u16; 0 is the empty list
/// slots     open addressing, a power of two of u16 record numbers plus one, 0 is free; probed linearly from the hash of the name
/// </code>
/// </summary>
internal static class CatalogLayout
{
    public const uint Format = 2;

    public const int LengthAt = 12;
    public const int ChecksumAt = 16;
    public const int ChecksumFrom = 24;
    public const int DateAt = 24;
    public const int SectionCountAt = 28;
    public const int SectionsAt = 32;

    public const int MaxTextLength = (1 << TextLengthBits) - 1;
    public const int MaxTextOffset = (1 << (32 - TextLengthBits)) - 1;

    /// <summary>The service number of the last ordinal, "an action of a service that the catalogue does not have".</summary>
    public const ushort NoService = ushort.MaxValue;

    private const int TextLengthBits = 10;

    public static ReadOnlySpan<byte> Magic => "PLCATLOG"u8;

    /// <summary>The sections, in the order in which they lie in the blob.</summary>
    public enum Section
    {
        /// <summary>All names, UTF-8, each once.</summary>
        Text,

        /// <summary>Sorted by lower-case prefix. text prefix · text title · u32 first ordinal · u32 end ordinal ·
        /// u16 first resource type · u16 resource types · list keys · u16 flags.</summary>
        Services,

        /// <summary>By ordinal, phantoms included (their name is empty). text name · u16 service · u16 shape.</summary>
        Actions,

        /// <summary>What many actions share. u8 level and flags · u8 risk · list targets · list keys · list dependents (ordinals).</summary>
        Shapes,

        /// <summary>By service, then by name. text name · u16 first ARN · u16 ARNs · list keys · u16 service.</summary>
        ResourceTypes,

        /// <summary>ARN formats in two parts, for the first is shared by many. text up to the resource · text resource.</summary>
        Arns,

        /// <summary>A resource type as an action takes it. u16 resource type · list keys · u16 flags.</summary>
        Targets,

        /// <summary>Sorted by lower-case name, then by type. text name · u8 type · u8 flags.</summary>
        Keys,

        /// <summary>The lists.</summary>
        Pool,

        /// <summary>Slots of Services by the HashOfName of the prefix.</summary>
        ServiceSlots,

        /// <summary>Slots of Actions by the HashOfName of the name, seeded with the number of the service.</summary>
        ActionSlots,

        /// <summary>Slots of Keys that are no templates, by the HashOf the name; of keys that differ only in type, the preferred one.</summary>
        KeySlots,

        /// <summary>u16 numbers of the Keys that are templates, the longest literal head first.</summary>
        Templates,

        /// <summary>Slots of those Keys by the literal head of the template; the order of Templates is kept where heads are equal.</summary>
        TemplateSlots,

        /// <summary>Sorted by prefix. text prefix · text replacement (empty: none) · text note · u8 kind · u8 accepted (1) or not (0).</summary>
        PrefixNotes,

        /// <summary>API operations that are no actions, by service. text name of the operation · u16 service · u16 ordinal of the action.</summary>
        Operations,

        /// <summary>Condition-key prefixes that are no service prefixes. text prefix · u16 service.</summary>
        KeyPrefixes,

        /// <summary>text partition.</summary>
        Partitions,

        /// <summary>The services that ARN formats name, for which the prefix of actions need not be the name. text service · list resource types.</summary>
        ArnServices,

        /// <summary>Slots of ArnServices by the HashOfName of the service.</summary>
        ArnServiceSlots,

        Count,
    }

    [Flags]
    public enum ServiceFlags : ushort
    {
        SupportsRcp = 1,
    }

    [Flags]
    public enum ShapeFlags : byte
    {
        /// <summary>The bits of the access level.</summary>
        LevelMask = 0b0000_0111,
        PermissionOnly = 0b0000_1000,
        AlternativeTargets = 0b0001_0000,
    }

    [Flags]
    public enum TargetFlags : ushort
    {
        Required = 1,
    }

    [Flags]
    public enum KeyFlags : byte
    {
        Global = 1,
        Template = 2,
    }

    /// <summary>The size of a record of Actions, in bytes.</summary>
    public const int SizeOfAction = 8;

    /// <summary>The size of a record of each section, in bytes.</summary>
    public static int SizeOf(Section section) => RecordSizes[(int)section];

    // In the order of the sections.
    private static ReadOnlySpan<byte> RecordSizes => [1, 24, SizeOfAction, 8, 12, 8, 6, 6, 2, 2, 2, 2, 2, 2, 14, 8, 6, 4, 6, 2];

    public const int HeaderSize = SectionsAt + ((int)Section.Count * 8);

    public static uint TextRef(int offset, int length) => ((uint)offset << TextLengthBits) | (uint)length;

    public static (int Offset, int Length) SplitTextRef(uint reference) =>
        ((int)(reference >> TextLengthBits), (int)(reference & MaxTextLength));

    /// <summary>
    /// The hash of a service's prefix or an action's name: eight bytes at a time with the ASCII case bits set, so that
    /// names which differ only in case collide. This is looked up for nearly every string of a policy.
    /// </summary>
    public static uint HashOfName(ReadOnlySpan<byte> name, uint seed = 0)
    {
        const ulong caseBits = 0x2020_2020_2020_2020;
        const ulong spread = 0x9E37_79B9_7F4A_7C15;
        ReadOnlySpan<byte> whole = name;
        ulong hash = (seed + (ulong)name.Length) * spread;
        for (; name.Length >= sizeof(ulong); name = name[sizeof(ulong)..])
        {
            hash = (hash ^ (BinaryPrimitives.ReadUInt64LittleEndian(name) | caseBits)) * spread;
            hash ^= hash >> 32;
        }

        // What is left are the last of the last eight bytes; a shorter name is put together byte by byte.
        ulong rest = 0;
        if (!name.IsEmpty && whole.Length >= sizeof(ulong))
        {
            int before = 8 * (sizeof(ulong) - name.Length);
            rest = (BinaryPrimitives.ReadUInt64LittleEndian(whole[^sizeof(ulong)..]) | caseBits) >> before;
        }
        else
        {
            for (int i = 0; i < name.Length; i++)
                rest |= (ulong)(name[i] | 0x20u) << (8 * i);
        }

        hash = (hash ^ rest) * spread;
        return (uint)(hash >> 32);
    }

    /// <summary>FNV-1a over the characters with the ASCII case bit set, so that names which differ only in case collide.</summary>
    public static uint HashOf(ReadOnlySpan<char> name)
    {
        uint hash = HashStart();
        foreach (char c in name)
            hash = HashStep(hash, c);

        return HashEnd(hash);
    }

    public static uint HashStart() => 2166136261;

    public static uint HashStep(uint hash, char c) => (hash ^ (c | 0x20u)) * 16777619;

    /// <summary>Spreads what FNV leaves in the high bits over the low ones, which choose the slot.</summary>
    public static uint HashEnd(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x7FEB352D;
        return hash ^ (hash >> 15);
    }

    /// <summary>A sum that changes when any byte does; not meant against somebody who wants to deceive.</summary>
    public static ulong ChecksumOf(ReadOnlySpan<byte> blob)
    {
        ReadOnlySpan<byte> rest = blob[ChecksumFrom..];
        ulong sum = 14695981039346656037;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
            sum = (sum ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * 1099511628211;

        foreach (byte b in rest)
            sum = (sum ^ b) * 1099511628211;

        return sum;
    }
}
