using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class PassRoleServiceTooWideTests : RuleTest<PassRoleServiceTooWide>
{
    [TestCase("*.amazonaws.com")]
    [TestCase("sagemaker*")]
    [TestCase("*")]
    public void A_wildcard_in_the_service_is_a_medium_risk(string service) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/fraud", "Condition": { "StringLike": { "iam:PassedToService": [|"{{service}}"|] } } }
        }
        """, $"`iam:PassRole` lets the caller hand the role to every service that fits `{service}`", risk: SecuritySeverity.Medium);

    [Test]
    public void A_service_that_runs_any_program_beside_SageMaker_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/fraud", "Condition": { "StringEquals": { "iam:passedtoservice": ["sagemaker.amazonaws.com", [|"lambda.amazonaws.com"|]] } } }
        }
        """, "`lambda.amazonaws.com` may have the same role as SageMaker, and runs any program with it");

    [TestCase("StringEqualsIfExists")]
    [TestCase("StringNotEquals")]
    [TestCase("ForAllValues:StringEquals")]
    public void An_operator_that_keeps_nothing_out_is_reported(string @operator) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/fraud", "Condition": { [|"{{@operator}}"|]: { "iam:PassedToService": "sagemaker.amazonaws.com" } } }
        }
        """, $"`{@operator}` on `iam:PassedToService` keeps no service from having the role that `iam:PassRole` hands over");

    [TestCase("sagemaker")]
    [TestCase("SageMaker.amazonaws.com")]
    [TestCase("sagemaker-runtime.amazonaws.com")]
    public void A_name_that_no_service_has_is_reported(string service) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/fraud", "Condition": { "StringEquals": { "iam:PassedToService": [|"{{service}}"|] } } }
        }
        """, $"`{service}` is no service principal, so that `iam:PassRole` is not allowed for it");

    [TestCase("\"StringEquals\": { \"iam:PassedToService\": \"sagemaker.amazonaws.com\" }")]
    [TestCase("\"StringLike\": { \"iam:PassedToService\": \"sagemaker.amazonaws.com\" }")]
    [TestCase("\"StringEquals\": { \"iam:PassedToService\": [\"ec2.amazonaws.com\", \"ec2.amazonaws.com.cn\"] }")]
    [TestCase("\"StringEquals\": { \"iam:PassedToService\": \"{?}\" }")]
    [TestCase("\"StringEquals\": { \"aws:RequestedRegion\": \"eu-west-1\" }")]
    public void One_service_is_clean(string condition) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/fraud", "Condition": { {{condition}} } }
        }
        """);
}
