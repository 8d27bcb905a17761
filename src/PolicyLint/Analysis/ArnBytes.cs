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

    private ArnBytes(ReadOnlySpan<byte> partition, ReadOnlySpan<byte> service, ReadOnlySpan<byte> region, ReadOnlySpan<byte> account, ReadOnlySpan<byte> resource)
    {
        Partition = partition;
        Service = service;
        Region = region;
        Account = account;
        Resource = resource;
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

    /// <summary>Takes a value apart; false where it is no plain ARN.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> value, out ArnBytes arn)
    {
        arn = default;
        if (!value.StartsWith("arn:"u8) || value.IndexOf("${"u8) >= 0)
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

        arn = new ArnBytes(
            value[(colons[1] + 1)..colons[2]],
            value[(colons[2] + 1)..colons[3]],
            value[(colons[3] + 1)..colons[4]],
            value[(colons[4] + 1)..colons[5]],
            value[(colons[5] + 1)..]);
        return !arn.Service.IsEmpty && arn.Service.IndexOfAnyExcept(NameBytes) < 0;
    }

    /// <summary>Whether an ARN of the format may match; null where bytes alone do not tell.</summary>
    public bool? CanMatch(ArnFormat format)
    {
        if (format.ServiceName is not { } service)
            return null;

        if (!Service.SequenceEqual(service))
            return false;

        // A star may take colons that the format has more of.
        if (2 + Resource.Count((byte)':') < format.RestColons)
            return null;

        if (format.ResourceHead is not { } head || !Fits(Region, format.HasRegion) || !Fits(Account, format.HasAccount))
            return null;

        // The format goes on with any text: what starts like it matches.
        int special = Resource.IndexOfAny(Special);
        ReadOnlySpan<byte> start = special < 0 ? Resource : Resource[..special];
        if (start.StartsWith(head))
            return true;

        return special < 0 || !head.AsSpan().StartsWith(start) ? false : null;
    }

    // Certainly: a star fits whatever the format has there, a plain text a placeholder, nothing nothing.
    private static bool Fits(ReadOnlySpan<byte> field, bool hasPlaceholder) =>
        field is [(byte)'*'] || (hasPlaceholder ? !field.IsEmpty && field.IndexOfAny(Special) < 0 : field.IsEmpty);
}
