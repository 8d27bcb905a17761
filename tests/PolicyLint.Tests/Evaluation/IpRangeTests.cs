using System.Net;
using CsCheck;
using PolicyLint.Evaluation;

namespace PolicyLint.Tests.Evaluation;

/// <summary>Addresses against those of .NET, which the core does not use.</summary>
public sealed class IpRangeTests
{
    private static readonly Gen<IPAddress> V4 = Gen.Byte.Array[4].Select(bytes => new IPAddress(bytes));

    // Mostly zeros, so that "::" is written, and sometimes an IPv4 address at the end.
    private static readonly Gen<IPAddress> V6 = Gen.Select(Gen.OneOf(Gen.Const((byte)0), Gen.Byte).Array[16], Gen.Bool)
        .Select((bytes, isMapped) => new IPAddress(isMapped ? [.. new byte[10], 255, 255, .. bytes[12..]] : bytes));

    private static readonly Gen<IPAddress> Address = Gen.OneOf(V4, V6);

    [Test]
    public void Every_address_is_read_as_its_bits() => Address.Sample(address =>
    {
        IpRange.TryParse(address.ToString(), out IpRange range).Should().BeTrue();
        UInt128 bits = address.GetAddressBytes().Aggregate(UInt128.Zero, (sum, part) => (sum << 8) | part);
        range.Should().Be(new IpRange(bits, address.GetAddressBytes().Length * 8, address.GetAddressBytes().Length == 16));
    });

    [Test]
    public void A_range_holds_the_addresses_that_share_its_first_bits() =>
        Gen.Select(Address, Address, Gen.Int[0, 128], Gen.Int[0, 127]).Sample((first, second, prefix, flip) =>
        {
            // The second address is like the first but for one bit, so that prefixes matter.
            byte[] bytes = first.GetAddressBytes();
            int length = Math.Min(prefix, bytes.Length * 8);
            bytes[flip % (bytes.Length * 8) / 8] ^= (byte)(128 >> (flip % 8));
            foreach (IPAddress candidate in new[] { new IPAddress(bytes), second })
            {
                IpRange.TryParse($"{first}/{length}", out IpRange range).Should().BeTrue();
                IpRange.TryParse(candidate.ToString(), out IpRange address).Should().BeTrue();
                bool expected = candidate.AddressFamily == first.AddressFamily && ShareBits(candidate.GetAddressBytes(), first.GetAddressBytes(), length);
                range.Contains(address).Should().Be(expected, "{0}/{1} and {2}", first, length, candidate);
            }
        });

    [TestCase("10.0.0.0/8", "10.0.0.0/16", true)]
    [TestCase("10.0.0.0/16", "10.0.0.0/8", false)]
    [TestCase("::/0", "2001:db8::/32", true)]
    public void A_range_holds_narrower_ranges(string outer, string inner, bool holds)
    {
        IpRange.TryParse(outer, out IpRange range).Should().BeTrue();
        IpRange.TryParse(inner, out IpRange other).Should().BeTrue();

        range.Contains(other).Should().Be(holds);
    }

    [TestCase("")]
    [TestCase("1.2.3")]
    [TestCase("1.2.3.4.5")]
    [TestCase("1.2.3.256")]
    [TestCase("1.2.3.-4")]
    [TestCase("1.2.3.4/33")]
    [TestCase("1.2.3.4/")]
    [TestCase("1.2.3.4/ 8")]
    [TestCase("::1/129")]
    [TestCase(":1")]
    [TestCase("1::2::3")]
    [TestCase("1:2:3:4:5:6:7")]
    [TestCase("1:2:3:4:5:6:7:8:9")]
    [TestCase("1:2:3:4:5:6:7:8::")]
    [TestCase("12345::")]
    [TestCase("g::")]
    [TestCase("::1.2.3")]
    [TestCase("1.2.3.4::")]
    public void Other_texts_are_no_addresses(string text) => IpRange.TryParse(text, out _).Should().BeFalse();

    private static bool ShareBits(byte[] left, byte[] right, int count)
    {
        for (int bit = 0; bit < count; bit++)
        {
            int mask = 128 >> (bit % 8);
            if ((left[bit / 8] & mask) != (right[bit / 8] & mask))
                return false;
        }

        return true;
    }
}
