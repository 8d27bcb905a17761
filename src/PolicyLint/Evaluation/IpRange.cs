using System.Globalization;

namespace PolicyLint.Evaluation;

/// <summary>
/// An IPv4 or IPv6 address, or a range of them in CIDR notation. Addresses of the two kinds never match each other. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress">IP address condition operators</see>.
/// </summary>
/// <remarks>Written out here because the core uses nothing of System.Net.</remarks>
internal readonly record struct IpRange(UInt128 Address, int PrefixLength, bool IsV6)
{
    private const int V4Length = 32;
    private const int V6Length = 128;
    private const int GroupCount = 8;

    private int Length => IsV6 ? V6Length : V4Length;

    public static bool TryParse(ReadOnlySpan<char> text, out IpRange range)
    {
        range = default;
        int slash = text.IndexOf('/');
        ReadOnlySpan<char> address = slash < 0 ? text : text[..slash];
        bool isV6 = address.Contains(':');
        if (!(isV6 ? TryParseV6(address, out UInt128 bits) : TryParseV4(address, out bits)))
            return false;

        int length = isV6 ? V6Length : V4Length;
        int prefix = length;
        if (slash >= 0 && (!TryParseNumber(text[(slash + 1)..], 3, out prefix) || prefix > length))
            return false;

        range = new(bits, prefix, isV6);
        return true;
    }

    /// <summary>Whether every address of the other range is in this one.</summary>
    public bool Contains(IpRange other)
    {
        if (IsV6 != other.IsV6 || other.PrefixLength < PrefixLength)
            return false;

        return PrefixLength == 0 || (Address ^ other.Address) >> (Length - PrefixLength) == 0;
    }

    private static bool TryParseV4(ReadOnlySpan<char> text, out UInt128 address)
    {
        address = 0;
        int count = 0;
        foreach (Range range in text.Split('.'))
        {
            if (++count > 4 || !TryParseNumber(text[range], 3, out int part) || part > byte.MaxValue)
                return false;

            address = (address << 8) | (uint)part;
        }

        return count == 4;
    }

    // Groups of sixteen bits; one run of zeros may be "::", and the last two groups may be an IPv4 address.
    private static bool TryParseV6(ReadOnlySpan<char> text, out UInt128 address)
    {
        address = 0;
        int gap = text.IndexOf("::");
        if (gap < 0)
            return TryParseGroups(text, mayEndInV4: true, out address, out int count) && count == GroupCount;

        if (!TryParseGroups(text[..gap], mayEndInV4: false, out UInt128 head, out int before)
            || !TryParseGroups(text[(gap + 2)..], mayEndInV4: true, out UInt128 tail, out int after))
        {
            return false;
        }

        if (before + after >= GroupCount)
            return false;

        address = before == 0 ? tail : (head << (16 * (GroupCount - before))) | tail;
        return true;
    }

    private static bool TryParseGroups(ReadOnlySpan<char> text, bool mayEndInV4, out UInt128 bits, out int count)
    {
        bits = 0;
        count = 0;
        if (text.IsEmpty)
            return true;

        foreach (Range range in text.Split(':'))
        {
            ReadOnlySpan<char> group = text[range];
            if (mayEndInV4 && range.End.GetOffset(text.Length) == text.Length && group.Contains('.'))
            {
                count += 2;
                bool isAddress = TryParseV4(group, out UInt128 last);
                bits = (bits << V4Length) | last;
                return isAddress && count <= GroupCount;
            }

            if (++count > GroupCount || group.Length is 0 or > 4 || !ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort value))
                return false;

            bits = (bits << 16) | value;
        }

        return true;
    }

    private static bool TryParseNumber(ReadOnlySpan<char> text, int longest, out int number)
    {
        number = 0;
        return text.Length <= longest && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
