using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class ServicePrefixWildcardTests : RuleTest<ServicePrefixWildcard>
{
    // SQS has 20 actions of which 13 write; no other service's prefix matches.
    private const string OfSqs = "`sq?:*` stands for 1 service and 13 write actions, and for what AWS adds under such names";

    [Test]
    public void A_wildcard_in_the_service_is_reported_with_what_it_holds() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sq?:*"|], "Resource": "*" }
        }
        """, OfSqs, risk: SecuritySeverity.High);

    [TestCase("s*:*")]
    [TestCase("sage*:Create*")]
    [TestCase("*:Create*")]
    [TestCase("*:TagResource")]
    [TestCase("SAGEMAKE?:*")]
    public void Wherever_it_stands_and_whatever_its_case(string action) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", [|"{{action}}"|]], "Resource": "arn:aws:s3:::data/*" }
        }
        """, risk: SecuritySeverity.High);

    [Test]
    public void A_pattern_that_only_reads_is_medium() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sq?:Get*"|], "Resource": "*" }
        }
        """, "`sq?:Get*` stands for 1 service and only actions that read, and for what AWS adds under such names", risk: SecuritySeverity.Medium);

    [Test]
    public void A_condition_that_really_limits_makes_it_medium() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"sq?:*"|], "Resource": "*",
            "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-11112222" } }
          }
        }
        """, OfSqs, risk: SecuritySeverity.Medium);

    [Test]
    public void In_a_Deny_it_is_no_risk_but_said() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": [|"sq?:*"|], "Resource": "*" }
        }
        """, OfSqs, risk: SecuritySeverity.None);

    [Test]
    public void In_NotAction_it_is_no_risk_but_said() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|"sq?:*"|], "Resource": "*" }
        }
        """, OfSqs, risk: SecuritySeverity.None);

    [Test]
    public void In_a_boundary_it_is_a_low_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sq?:*"|], "Resource": "*" }
        }
        """, OfSqs, PolicyType.Boundary, SecuritySeverity.Low);

    [TestCase("*")]
    [TestCase("*:*")]
    [TestCase("sqs:*")]
    [TestCase("sqs:Get?ueueUrl")]
    [TestCase("nosuchservice*:*")]
    public void Everything_a_named_service_and_nothing_are_for_other_rules(string action) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "*" }
        }
        """);

    [Test]
    public void A_wildcard_in_the_service_of_an_ARN_is_a_low_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "codebuild:StartBuild", "Resource": [[|"arn:aws:*code*::111122223333:*"|], "arn:aws:codebuild:*:*:project/*", "arn:*", "*"] }
        }
        """, "`arn:aws:*code*::111122223333:*` reaches into every service whose name fits `*code*`, also those that AWS adds", risk: SecuritySeverity.Low);

    [TestCase("s3:GetObject", "arn:aws:*code*::111122223333:*", false)]
    [TestCase("s*:Get*", "*", true)]
    public void The_service_has_one_code_for_both(string action, string resource, bool isAction) => FindsCode(IssueCodes.WildcardInServiceName, $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": {{(isAction ? $"[|\"{action}\"|]" : $"\"{action}\"")}}, "Resource": {{(isAction ? $"\"{resource}\"" : $"[|\"{resource}\"|]")}} }
        }
        """);

    [Test]
    public void Named_services_have_no_code() => FindsNoCode("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::*" }
        }
        """);
}
