using System.Buffers;

namespace PolicyLint.Analysis;

/// <summary>
/// The six fields of a plain ARN as the bytes that they are in the source. Plain means that the colons can be counted and
/// the service is named: no policy variable, no wildcard in the service. Most resources are, and most questions about them
/// need no more than a comparison of bytes.
/// </summary>
internal readonly ref struct ArnBytes
{
    private const int FieldCount = 6;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-"u8);

    // 0xEF starts the mark of what is not known before deployment, U+FFFF.
    private static readonly SearchValues<byte> Special = SearchValues.Create((ReadOnlySpan<byte>)[(byte)'*', (byte)'?', 0xEF]);

    // The first wildcard of the resource, or -1; the colons from the region on.
    private readonly int _special;
    private readonly int _restColons;

    /// <summary>The fields of a value that was taken apart before.</summary>
    public ArnBytes(ReadOnlySpan<byte> value, Places places)
        : this(value[4..places.Partition], value[(places.Partition + 1)..places.Service], value[(places.Service + 1)..places.Region], value[(places.Region + 1)..places.Account], value[(places.Account + 1)..])
    {
    }

    private ArnBytes(ReadOnlySpan<byte> partition, ReadOnlySpan<byte> service, ReadOnlySpan<byte> region, ReadOnlySpan<byte> account, ReadOnlySpan<byte> resource)
    {
        Partition = partition;
        Service = service;
        Region = region;
        Account = account;
        Resource = resource;
        _special = resource.IndexOfAny(Special);
        _restColons = 2 + resource.Count((byte)':');
    }

    public ReadOnlySpan<byte> Partition { get; }

    public ReadOnlySpan<byte> Service { get; }

    public ReadOnlySpan<byte> Region { get; }

    public ReadOnlySpan<byte> Account { get; }

    public ReadOnlySpan<byte> Resource { get; }

    /// <summary>Whether partition, region and account are what they nearly always are, so that nothing can be wrong with them.</summary>
    public bool HasOrdinaryFields =>
        Partition.SequenceEqual("aws"u8)
        && (Region.IsEmpty || Region is [(byte)'*'])
        && (Account.IsEmpty || Account is [(byte)'*'] || (Account.Length == 12 && Account.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0));

    /// <summary>
    /// Whether an ARN of the format certainly may match, with a region and an account where it has them, and none where not.
    /// </summary>
    public bool Fits(ArnFormat format) =>
        (Region is [(byte)'*'] || Region.IsEmpty != format.HasRegion)
        && (Account is [(byte)'*'] || Account.IsEmpty != format.HasAccount)
        && CanMatch(format) == true;

    /// <summary>Takes a value apart; false where it is no plain ARN.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> value, out Places places)
    {
        places = default;
        if (value.Length > ushort.MaxValue || !value.StartsWith("arn:"u8) || value.IndexOf("${"u8) >= 0)
            return false;

        Span<int> colons = stackalloc int[FieldCount];
        int at = -1;
        for (int i = 1; i < FieldCount; i++)
        {
            int next = value[(at + 1)..].IndexOf((byte)':');
            if (next < 0)
                return false;

            at += next + 1;
            colons[i] = at;
        }

        places = new Places((ushort)colons[2], (ushort)colons[3], (ushort)colons[4], (ushort)colons[5]);
        ReadOnlySpan<byte> service = value[(colons[2] + 1)..colons[3]];
        return !service.IsEmpty && service.IndexOfAnyExcept(NameBytes) < 0;
    }

    /// <summary>Whether an ARN of the format may match; null where bytes alone do not tell.</summary>
    public bool? CanMatch(ArnFormat format)
    {
        if (format.ServiceName is not { } service)
            return null;

        if (!Service.SequenceEqual(service))
            return false;

        if (format.ResourceHead is not { } head)
            return null;

        ReadOnlySpan<byte> start = _special < 0 ? Resource : Resource[.._special];
        bool? matches;
        if (start.StartsWith(head))
            matches = MatchesBehind(head.Length, start, format);
        else if (_special < 0 || !head.AsSpan().StartsWith(start))
            matches = false;
        else
            matches = EndsInStar ? true : null;

        // What does not match field by field may match after all where a star takes colons that the format has more of.
        if (matches == false)
            return _restColons < format.RestColons ? null : false;

        return matches == true && Fits(Region, format.HasRegion) && Fits(Account, format.HasAccount) ? true : null;
    }

    private bool EndsInStar => _special >= 0 && _special == Resource.Length - 1 && Resource[^1] == '*';

    // The resource starts as the format does: may it go on like it?
    private bool? MatchesBehind(int headLength, ReadOnlySpan<byte> start, ArnFormat format)
    {
        if (!format.GoesOn && _special < 0)
            return start.Length == headLength;

        if (format.GoesOnWithAnything)
            return true;

        // The first placeholder takes what the resource goes on with, unless that has a colon, and the star all the rest.
        ReadOnlySpan<byte> rest = start[headLength..];
        if (EndsInStar && (rest.IsEmpty || (format.GoesOn && !rest.Contains((byte)':'))))
            return true;

        if (format.ResourceMiddle is not { } middle)
            return null;

        // The first placeholder takes what stands before the middle.
        int at = rest.IndexOf(middle);
        if (at < 0)
            return _special < 0 ? false : null;

        return !rest[..at].Contains((byte)':') ? true : null;
    }

    /// <summary>Where the colons stand that end the fields: what is kept of a value that was taken apart.</summary>
    public readonly record struct Places(ushort Partition, ushort Service, ushort Region, ushort Account);

    // Certainly: a star fits whatever the format has there, a plain text (also none) a placeholder, nothing nothing.
    private static bool Fits(ReadOnlySpan<byte> field, bool hasPlaceholder) =>
        field is [(byte)'*'] || (hasPlaceholder ? field.IndexOfAny(Special) < 0 : field.IsEmpty);
}
