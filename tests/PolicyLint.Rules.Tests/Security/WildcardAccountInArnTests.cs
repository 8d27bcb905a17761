using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class WildcardAccountInArnTests : RuleTest<WildcardAccountInArn>
{
    [TestCase("kms:Decrypt", "arn:aws:kms:*:*:key/*")]
    [TestCase("sagemaker:InvokeEndpoint", "arn:aws:sagemaker:us-east-1:*:endpoint/fraud")]
    [TestCase("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:*:secret:fraud-*")]
    public void A_star_for_the_account_is_a_low_risk(string action, string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": [|"{{resource}}"|] }
        }
        """, $"`{resource}` means resources of every account that lets this one in", risk: SecuritySeverity.Low);

    [Test]
    public void Several_are_one_finding() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["kms:Decrypt", "s3:GetObject"], "Resource": ["arn:aws:s3:::data/*", [|"arn:aws:kms:*:*:key/a"|], (|"arn:aws:kms:*:*:key/b"|)] }
        }
        """, "`arn:aws:kms:*:*:key/a` and one more ARN mean resources of every account that lets this one in");

    [Test]
    public void Descriptions_alone_are_only_a_suggestion() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:Describe*", "Resource": [|"arn:aws:sagemaker:*:*:endpoint/*"|] }
        }
        """, risk: SecuritySeverity.None);

    [TestCase("\"StringEquals\": { \"aws:ResourceAccount\": \"${aws:PrincipalAccount}\" }")]
    [TestCase("\"StringEquals\": { \"aws:ResourceOrgID\": \"o-abcdefghij\" }")]
    [TestCase("\"StringEquals\": { \"aws:PrincipalAccount\": \"${aws:ResourceAccount}\" }")]
    public void A_condition_on_the_account_clears_it(string condition) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:*:*:key/*", "Condition": { {{condition}} } }
        }
        """);

    [TestCase("arn:aws:kms:*:111122223333:key/*")]
    [TestCase("arn:aws:kms:*:${aws:PrincipalAccount}:key/*")]
    [TestCase("arn:aws:kms:*:{?}:key/*")]
    [TestCase("arn:aws:iam::*:role/*")]
    [TestCase("*")]
    public void An_account_and_other_services_are_clean(string resource) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["kms:Decrypt", "iam:GetRole"], "Resource": "{{resource}}" }
        }
        """);

    [Test]
    public void Deny_is_not_reported() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:*:*:key/*" }
        }
        """);
}
