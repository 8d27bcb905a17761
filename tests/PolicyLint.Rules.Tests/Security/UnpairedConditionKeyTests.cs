using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class UnpairedConditionKeyTests : RuleTest<UnpairedConditionKey>
{
    private const string Publish = "\"sns:Publish\"";

    [Test]
    public void Private_addresses_need_their_network() => Finds(
        OneStatement.With("""{ "IpAddress": { [|"aws:VpcSourceIp"|]: "10.0.1.0/24" } }"""),
        "`aws:VpcSourceIp` alone also holds for the same addresses in other networks: ask for `aws:SourceVpc` or `aws:SourceVpce` too",
        risk: SecuritySeverity.Medium);

    [TestCase("\"*\"")]
    [TestCase("{ \"AWS\": \"*\" }")]
    [TestCase("{ \"Service\": \"s3.amazonaws.com\" }")]
    public void The_ARN_of_a_bucket_needs_its_account(string principal) => Finds(
        OneStatement.Of(principal, """{ "ArnLike": { [|"aws:SourceArn"|]: ["arn:aws:s3:::bucket1"] } }""", Publish),
        "`aws:SourceArn` leaves the account open: ask for `aws:SourceAccount` too", PolicyType.Resource);

    [TestCase("aws:SourceVpc")]
    [TestCase("aws:SourceVpce")]
    [TestCase("aws:SourceVpcArn")]
    public void With_the_network_it_is_clean(string key) => Clean(OneStatement.With($$"""{ "IpAddress": { "aws:VpcSourceIp": "10.0.1.0/24" }, "StringLike": { "{{key}}": "x" } }"""));

    [Test]
    public void With_the_account_it_is_clean()
    {
        Clean(OneStatement.Of("\"*\"", """{ "ArnLike": { "aws:SourceArn": "arn:aws:s3:::bucket1" }, "StringEquals": { "aws:SourceAccount": "111122223333" } }""", Publish), PolicyType.Resource);
        Clean(OneStatement.Of("\"*\"", """{ "ArnLike": { "aws:SourceArn": "arn:aws:sqs:eu-west-1:111122223333:queue" } }""", Publish), PolicyType.Resource);
    }

    [Test]
    public void Named_principals_a_Deny_and_Null_are_left_alone()
    {
        Clean(OneStatement.Of("""{ "AWS": "arn:aws:iam::111122223333:root" }""", """{ "ArnLike": { "aws:SourceArn": "arn:aws:s3:::bucket1" } }""", Publish), PolicyType.Resource);
        Clean(OneStatement.Of("\"*\"", """{ "ArnNotLike": { "aws:SourceArn": "arn:aws:s3:::bucket1" } }""", Publish, "Deny"), PolicyType.Resource);
        Clean(OneStatement.With("""{ "Null": { "aws:VpcSourceIp": "true" } }"""));
    }

    [Test]
    public void The_service_reports_the_key() => FindsCode(IssueCodes.MissingPairedConditionKeys, OneStatement.With("""{ "IpAddress": { [|"aws:VpcSourceIp"|]: "172.0.0.1/30" } }""", "\"ec2:DescribeInstances\""));

    [Test]
    public void The_service_is_silent_about_the_pair() => FindsNoCode(OneStatement.With("""{ "IpAddress": { "aws:VpcSourceIp": "172.0.0.0/30" }, "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" } }"""));
}
