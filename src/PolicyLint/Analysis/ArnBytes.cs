using System.Buffers;

namespace PolicyLint.Analysis;

/// <summary>
/// The six fields of a plain ARN as the bytes that they are in the source. Plain means that the fields can be told by their
/// colons and the service is named: no policy variable before the resource, no wildcard in the service. Most resources are,
/// and most questions about them need no more than a comparison of bytes.
/// </summary>
internal readonly ref struct ArnBytes
{
    private const int FieldCount = 6;

    private static ReadOnlySpan<byte> Variable => "${"u8;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-"u8);

    private static readonly SearchValues<byte> RegionBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-"u8);

    // 0xEF starts the mark of what is not known before deployment, U+FFFF.
    private static readonly SearchValues<byte> Special = SearchValues.Create((ReadOnlySpan<byte>)[(byte)'*', (byte)'?', 0xEF]);

    private readonly int _special;
    private readonly int _restColons;

    /// <summary>The fields of a value that was taken apart before.</summary>
    public ArnBytes(ReadOnlySpan<byte> value, Places places)
    {
        Partition = value[4..places.Partition];
        Service = value[(places.Partition + 1)..places.Service];
        Region = value[(places.Service + 1)..places.Region];
        Account = value[(places.Region + 1)..places.Account];
        Resource = value[(places.Account + 1)..];
        _special = places.Special;
        _restColons = places.RestColons;
    }

    public ReadOnlySpan<byte> Partition { get; }

    public ReadOnlySpan<byte> Service { get; }

    public ReadOnlySpan<byte> Region { get; }

    public ReadOnlySpan<byte> Account { get; }

    public ReadOnlySpan<byte> Resource { get; }

    /// <summary>Whether partition, region and account are what they nearly always are, so that nothing can be wrong with them.</summary>
    public bool HasOrdinaryFields =>
        Partition.SequenceEqual("aws"u8)
        && (Region.IsEmpty || Region is [(byte)'*'] || IsRegionName(Region))
        && (Account.IsEmpty || Account is [(byte)'*'] || (Account.Length == 12 && Account.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0));

    /// <summary>
    /// Whether an ARN of the format certainly may match, with a region and an account where it has them, and none where not.
    /// </summary>
    public bool Fits(ArnFormat format) =>
        StartsLike(format)
        && (Region is [(byte)'*'] || Region.IsEmpty != format.HasRegion)
        && (Account is [(byte)'*'] || Account.IsEmpty != format.HasAccount)
        && CanMatch(format) == true;

    /// <summary>Whether it may fit a format whose resource starts with this text: what <see cref="Fits(ArnFormat)"/> looks at first.</summary>
    public bool MayStartWith(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> start = _special < 0 ? Resource : Resource[.._special];
        return start.StartsWith(head) || (_special >= 0 && head.StartsWith(start));
    }

    /// <summary>
    /// Whether it certainly does not cover every name of the format: another service, or a name that has to start as only some do.
    /// </summary>
    public bool LeavesOutNamesOf(ArnFormat format)
    {
        if (format.ServiceName is not { } service)
            return false;

        if (!Service.SequenceEqual(service))
            return true;

        int known = _special < 0 ? Resource.Length : _special;
        return format.ResourceHead is { } head && (known > head.Length ? format.GoesOn : _special < 0 && format.GoesOn);
    }

    /// <summary>Takes a value apart; false where it is no plain ARN.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> value, out Places places)
    {
        places = default;
        if (value.Length > ushort.MaxValue || !value.StartsWith("arn:"u8))
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

        ReadOnlySpan<byte> service = value[(colons[2] + 1)..colons[3]];
        if (service.IsEmpty || service.IndexOfAnyExcept(NameBytes) >= 0 || value[..colons[5]].IndexOf(Variable) >= 0)
            return false;

        ReadOnlySpan<byte> resource = value[(colons[5] + 1)..];
        int special = resource.IndexOfAny(Special);
        int restColons = 2 + resource.Count((byte)':');
        if (resource.IndexOf(Variable) is var variable and >= 0)
        {
            special = special < 0 ? variable : Math.Min(special, variable);
            restColons -= ColonsOfVariables(resource[variable..]);
        }

        places = new Places((ushort)colons[2], (ushort)colons[3], (ushort)colons[4], (ushort)colons[5], special, restColons);
        return true;
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
            matches = EndsInStar || (Resource[_special] == '*' && format.GoesOnWithAnything) ? true : null;

        bool? region = Fits(Region, format.HasRegion);
        bool? account = Fits(Account, format.HasAccount);

        // What does not match field by field may match after all where a star takes colons that the format has more of.
        if (matches == false || region == false || account == false)
            return _restColons < format.RestColons && (_special >= 0 || region is null || account is null || HasStarBefore) ? null : false;

        return matches == true && region == true && account == true ? true : null;
    }

    // us-east-1, us-gov-west-1: words and a number.
    private static bool IsRegionName(ReadOnlySpan<byte> region)
    {
        int last = region.LastIndexOf((byte)'-');
        return last > 0
            && region[..last].IndexOf((byte)'-') > 0
            && region[..last].IndexOfAnyExcept(RegionBytes) < 0
            && last < region.Length - 1
            && region[(last + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    // One byte tells most formats of a service apart.
    private bool StartsLike(ArnFormat format) =>
        _special == 0 || Resource.IsEmpty || format.ResourceHead is not [var first, ..] || Resource[0] == first;

    private bool HasStarBefore => Region is [(byte)'*'] || Account is [(byte)'*'];

    // A colon of a variable's name is none of the ARN's; a variable that does not end is no variable.
    private static int ColonsOfVariables(ReadOnlySpan<byte> text)
    {
        int colons = 0;
        while (text.IndexOf(Variable) is var start and >= 0)
        {
            text = text[start..];
            int end = text.IndexOf((byte)'}');
            if (end < 0)
                break;

            colons += text[..end].Count((byte)':');
            text = text[end..];
        }

        return colons;
    }

    private bool EndsInStar => _special >= 0 && _special == Resource.Length - 1 && Resource[^1] == '*';

    // The resource starts as the format does: may it go on like it?
    private bool? MatchesBehind(int headLength, ReadOnlySpan<byte> start, ArnFormat format)
    {
        if (!format.GoesOn)
            return start.Length != headLength ? false : _special < 0 || EndsInStar ? true : null;

        if (format.GoesOnWithAnything)
            return true;

        // The first placeholder takes what the resource goes on with, unless that has a colon, and the star all the rest.
        ReadOnlySpan<byte> rest = start[headLength..];
        if (EndsInStar && (rest.IsEmpty || (format.GoesOn && !rest.Contains((byte)':'))))
            return true;

        // A star takes what the format has up to its last placeholder, and that takes the rest.
        if (format.EndsWithAnything && _special >= 0 && Resource[_special] == '*' && !rest.Contains((byte)':'))
            return true;

        if (format.ResourceMiddle is not { } middle)
            return _special >= 0 && EndsOtherwiseThan(format.ResourceTail) ? false : null;

        // The first placeholder takes what stands before the middle, and the last one what stands behind it.
        ReadOnlySpan<byte> whole = Resource[headLength..];
        int at = whole.IndexOf(middle);
        if (at < 0)
            return _special < 0 ? false : null;

        return !whole[..at].Contains((byte)':') ? true : null;
    }

    // Both end in known text, and none of the two ends in the other.
    private bool EndsOtherwiseThan(ReadOnlySpan<byte> tail)
    {
        ReadOnlySpan<byte> own = Resource[(1 + Resource.LastIndexOfAny((byte)'*', (byte)'?', (byte)'}'))..];
        return own.IndexOf((byte)0xEF) < 0 && !own.EndsWith(tail) && !tail.EndsWith(own);
    }

    /// <summary>
    /// What is kept of a value that was taken apart: where the colons stand that end the fields, where the known text of the
    /// resource ends (at a wildcard, a policy variable or something unknown; -1 where all is known), and the colons from the
    /// region on.
    /// </summary>
    public readonly record struct Places(ushort Partition, ushort Service, ushort Region, ushort Account, int Special, int RestColons);

    // A star fits whatever the format has there, a plain text (also none) a placeholder, nothing nothing; null for a pattern.
    private static bool? Fits(ReadOnlySpan<byte> field, bool hasPlaceholder)
    {
        if (field is [(byte)'*'] || field.IsEmpty)
            return true;

        return field.IndexOfAny(Special) >= 0 ? null : hasPlaceholder;
    }
}
