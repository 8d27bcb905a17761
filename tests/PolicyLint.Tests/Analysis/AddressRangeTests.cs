using System.Globalization;
using CsCheck;
using PolicyLint.Analysis;

namespace PolicyLint.Tests.Analysis;

public sealed class AddressRangeTests
{
    [TestCase("203.0.113.7", "203.0.113.7", false)]
    [TestCase("203.0.113.0/24", "203.0.113.0", false)]
    [TestCase("203.0.113.7/24", "203.0.113.0", true)]
    [TestCase("172.0.0.1/30", "172.0.0.0", true)]
    [TestCase("203.0.113.7/0", "0.0.0.0", true)]
    [TestCase("0.0.0.0/0", "0.0.0.0", false)]
    [TestCase("2001:db8::/32", "2001:db8::", false)]
    [TestCase("2001:DB8:1234:5678::1/64", "2001:db8:1234:5678::", true)]
    [TestCase("::/0", "::", false)]
    [TestCase("::1", "::1", false)]
    [TestCase("2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1", false)]
    [TestCase("2001:db8:0:1:2:3:4:5", "2001:db8:0:1:2:3:4:5", false)]
    public void The_first_address_has_no_bits_behind_the_prefix(string text, string first, bool hasHostBits)
    {
        AddressRange.TryParse(text, out AddressRange range).Should().BeTrue();

        range.First.Should().Be(first);
        range.HasHostBits.Should().Be(hasHostBits);
    }

    [TestCase("10.0.0.0/8", true)]
    [TestCase("10.1.2.3", true)]
    [TestCase("10.0.0.0/7", false)]
    [TestCase("172.16.0.0/12", true)]
    [TestCase("172.32.0.0/16", false)]
    [TestCase("172.31.255.255", true)]
    [TestCase("192.168.0.0/16", true)]
    [TestCase("192.0.2.0/24", false)]
    [TestCase("0.0.0.0/0", false)]
    [TestCase("fd00::/8", true)]
    [TestCase("fc00::/7", true)]
    [TestCase("2001:db8::/32", false)]
    [TestCase("::/0", false)]
    public void A_range_is_private_when_all_of_it_is(string text, bool isPrivate)
    {
        AddressRange.TryParse(text, out AddressRange range).Should().BeTrue();

        range.IsPrivate.Should().Be(isPrivate);
    }

    [TestCase("")]
    [TestCase("10.0.0")]
    [TestCase("10.0.0.256")]
    [TestCase("10.0.0.0/33")]
    [TestCase("10.0.0.0/")]
    [TestCase("10.0.*.*")]
    [TestCase("example.com")]
    [TestCase("::/129")]
    [TestCase("1:2:3:4:5:6:7:8:9")]
    public void What_is_no_range_is_refused(string text) => AddressRange.TryParse(text, out _).Should().BeFalse();

    // The oracle clears the host bits one by one.
    [Test]
    public void Clearing_bit_by_bit_gives_the_same_first_address() =>
        Gen.Select(Gen.UInt, Gen.Int[0, 32]).Sample((address, prefix) =>
        {
            uint expected = address;
            for (int bit = 0; bit < 32 - prefix; bit++)
                expected &= ~(1u << bit);

            AddressRange.TryParse($"{Dotted(address)}/{prefix.ToString(CultureInfo.InvariantCulture)}", out AddressRange range).Should().BeTrue();
            range.First.Should().Be(Dotted(expected));
            range.HasHostBits.Should().Be(expected != address);
            range.PrefixLength.Should().Be(prefix);
        });

    private static string Dotted(uint address) => string.Create(
        CultureInfo.InvariantCulture, $"{address >> 24}.{(address >> 16) & 0xFF}.{(address >> 8) & 0xFF}.{address & 0xFF}");
}
