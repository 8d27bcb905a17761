using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class IpRangeWithHostBitsTests : RuleTest<IpRangeWithHostBits>
{
    [Test]
    public void Bits_behind_the_length_are_a_suggestion() => Finds(
        OneStatement.With("""{ "IpAddress": { "aws:SourceIp": [[|"203.0.113.7/24"|], "203.0.113.0/24"] }, "NotIpAddress": { "aws:VpcSourceIp": [|"2001:db8::1/64"|] } }"""),
        ["`203.0.113.7/24` is the range `203.0.113.0/24`: the other bits are ignored", "`2001:db8::1/64` is the range `2001:db8::/64`: the other bits are ignored"],
        severity: Severity.Suggestion);

    [Test]
    public void Single_addresses_and_true_ranges_are_clean() => Clean(
        OneStatement.With("""{ "IpAddress": { "aws:SourceIp": ["203.0.113.7", "203.0.113.7/32", "0.0.0.0/0", "2001:db8::/32"] }, "StringEquals": { "aws:RequestTag/net": "203.0.113.7/24" } }"""));

    [Test]
    public void The_service_reports_the_value() => FindsCode(IssueCodes.ImproveIpRange, OneStatement.With("""{ "IpAddress": { "aws:VpcSourceIp": [|"172.0.0.1/30"|] } }"""));

    [Test]
    public void The_service_is_silent_about_true_ranges() => FindsNoCode(OneStatement.With("""{ "IpAddress": { "aws:SourceIp": "172.0.0.0/30" } }"""));
}
