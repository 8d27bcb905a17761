using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class SourceIpOrVpcPitfallTests : RuleTest<SourceIpOrVpcPitfall>
{
    private const string Start = "\"sagemaker:CreateTrainingJob\"";

    [Test]
    public void Only_private_ranges_are_an_error() => Finds(
        OneStatement.With("""{ "IpAddress": { "aws:SourceIp": [|["10.0.0.0/8", "192.168.1.7"]|] }, "NotIpAddress": { "aws:sourceip": [|"fd00::/8"|] } }"""),
        [
            "No request has a private address as `aws:SourceIp`, so this is always false: write `aws:VpcSourceIp`",
            "No request has a private address as `aws:sourceip`, so this is always true: write `aws:VpcSourceIp`",
        ],
        severity: Severity.Error);

    [Test]
    public void Private_ranges_among_public_ones_are_a_suggestion() => Finds(
        OneStatement.With("""{ "IpAddress": { "aws:SourceIp": [|["203.0.113.0/24", "172.16.0.0/12"]|] } }"""),
        "No request has a private address as `aws:SourceIp`: for those ranges write `aws:VpcSourceIp`",
        severity: Severity.Suggestion);

    [Test]
    public void An_Allow_by_VPC_misses_what_services_start() => Finds(
        OneStatement.With("""{ "StringEquals": { [|"aws:SourceVpc"|]: "vpc-0a1b2c3d" } }""", Start),
        "`aws:SourceVpc` is absent in the console and when a service makes the call for the user: those are not allowed",
        severity: Severity.Suggestion);

    [Test]
    public void A_Deny_from_elsewhere_stops_what_services_start() => Finds(
        OneStatement.With("""{ "StringNotEquals": { [|"aws:SourceVpce"|]: "vpce-0a1b2c3d" } }""", "\"sagemaker:*\"", effect: "Deny"),
        "`aws:SourceVpce` is absent when a service makes the call for the user, and this denies it: add `aws:ViaAWSService` with `false`",
        severity: Severity.Warning, type: PolicyType.Scp);

    [Test]
    public void A_Deny_that_spares_services_is_clean() => Clean(
        OneStatement.With("""{ "StringNotEqualsIfExists": { "aws:SourceVpc": "vpc-0a1b2c3d" }, "Bool": { "aws:ViaAWSService": "false" } }""", Start, effect: "Deny"));

    [Test]
    public void Presigned_URLs_are_best_kept_to_a_VPC() => Clean(
        OneStatement.With("""{ "StringEquals": { "aws:SourceVpce": "vpce-0a1b2c3d" } }""", "\"sagemaker:CreatePresignedDomainUrl\""));

    [Test]
    public void Public_ranges_and_other_keys_are_clean() => Clean(
        OneStatement.With("""{ "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/0"], "aws:VpcSourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" } }"""));

    [Test]
    public void A_range_of_a_template_cannot_be_judged() => CannotJudge(
        OneStatement.With("""{ "IpAddress": { "aws:SourceIp": ["10.0.0.0/8", [|"{?}"|]] } }"""), "the condition value is not known before deployment");

    [Test]
    public void The_service_reports_private_ranges() => FindsCode(IssueCodes.PrivateIpAddress, OneStatement.With("""{ "IpAddress": { "aws:SourceIp": [|"10.0.0.0/16"|] } }"""));

    [Test]
    public void The_service_reports_private_ranges_excluded() => FindsCode(IssueCodes.PrivateNotIpAddress, OneStatement.With("""{ "NotIpAddress": { "aws:SourceIp": [|"10.0.0.0/16"|] } }"""));

    [Test]
    public void The_service_reports_a_mix() => FindsCode(IssueCodes.PrivateIpAddressSubset, OneStatement.With("""{ "IpAddress": { "aws:SourceIp": [|["10.0.0.0/16", "203.0.113.0/24"]|] } }"""));

    [Test]
    public void The_service_reports_a_mix_excluded() => FindsCode(IssueCodes.PrivateNotIpAddressSubset, OneStatement.With("""{ "NotIpAddress": { "aws:SourceIp": [|["10.0.0.0/16", "203.0.113.0/24"]|] } }"""));

    [Test]
    public void The_service_is_silent_about_public_ranges_and_VPCs() => FindsNoCode(
        OneStatement.With("""{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "NotIpAddress": { "aws:SourceIp": "198.51.100.0/24" }, "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" } }""", Start));
}
