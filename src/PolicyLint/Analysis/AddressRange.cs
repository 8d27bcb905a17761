using System.Globalization;
using PolicyLint.Evaluation;

namespace PolicyLint.Analysis;

/// <summary>
/// An IPv4 or IPv6 address, or a range of them in CIDR notation, as the value of a condition. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress">IP address condition operators</see>.
/// </summary>
public readonly record struct AddressRange
{
    private const int GroupCount = 8;

    // RFC 1918, and RFC 4193 for IPv6: addresses that no request from the internet comes from.
    private static readonly IpRange[] PrivateBlocks = [Block("10.0.0.0/8"), Block("172.16.0.0/12"), Block("192.168.0.0/16"), Block("fc00::/7")];

    private readonly IpRange _range;

    private AddressRange(IpRange range) => _range = range;

    /// <summary>Whether the address has bits behind those that the range compares: <c>203.0.113.7/24</c>. They are ignored.</summary>
    public bool HasHostBits => FirstBits != _range.Address;

    /// <summary>The first address of the range, in its shortest usual form: <c>203.0.113.0</c>, <c>2001:db8::</c>.</summary>
    public string First => _range.IsV6 ? FormatV6(FirstBits) : FormatV4((uint)FirstBits);

    /// <summary>The number of bits that are compared, as after the slash.</summary>
    public int PrefixLength => _range.PrefixLength;

    /// <summary>
    /// Whether every address is for private networks: those of <see href="https://www.rfc-editor.org/rfc/rfc1918">RFC 1918</see>
    /// and <see href="https://www.rfc-editor.org/rfc/rfc4193">RFC 4193</see>.
    /// </summary>
    public bool IsPrivate
    {
        get
        {
            foreach (IpRange block in PrivateBlocks)
            {
                if (block.Contains(_range))
                    return true;
            }

            return false;
        }
    }

    private UInt128 FirstBits
    {
        get
        {
            int hostBits = (_range.IsV6 ? 128 : 32) - _range.PrefixLength;
            return hostBits == 128 ? UInt128.Zero : (_range.Address >> hostBits) << hostBits;
        }
    }

    /// <summary>Reads an address or a range; false for anything else, such as a host name or a wildcard.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AddressRange range)
    {
        bool isRange = IpRange.TryParse(text, out IpRange parsed);
        range = new(parsed);
        return isRange;
    }

    private static IpRange Block(string text) => IpRange.TryParse(text, out IpRange block) ? block : throw new FormatException(text);

    private static string FormatV4(uint bits) => string.Create(CultureInfo.InvariantCulture, $"{bits >> 24}.{(bits >> 16) & 255}.{(bits >> 8) & 255}.{bits & 255}");

    // RFC 5952: the longest run of zeros, if it is longer than one group, is written "::".
    private static string FormatV6(UInt128 bits)
    {
        var groups = new string[GroupCount];
        (int start, int length, int run) = (0, 1, 0);
        for (int i = 0; i < GroupCount; i++)
        {
            ushort group = (ushort)(bits >> (16 * (GroupCount - 1 - i)));
            groups[i] = group.ToString("x", CultureInfo.InvariantCulture);
            run = group == 0 ? run + 1 : 0;
            if (run > length)
                (start, length) = (i + 1 - run, run);
        }

        return length == 1 ? string.Join(':', groups) : $"{string.Join(':', groups[..start])}::{string.Join(':', groups[(start + length)..])}";
    }
}
