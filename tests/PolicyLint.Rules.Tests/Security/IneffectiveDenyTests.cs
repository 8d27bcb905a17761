using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class IneffectiveDenyTests : RuleTest<IneffectiveDeny>
{
    [TestCase("sagemaker:ListNotebookInstances", "arn:aws:sagemaker:us-east-1:111122223333:notebook-instance/*")]
    [TestCase("s3:GetObject", "arn:aws:s3:::data")]
    [TestCase("sagemaker:ListEndp?ints", "arn:aws:sagemaker:*:*:*")]
    public void Actions_that_fit_no_resource_are_a_high_risk(string action, string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": [|"{{action}}"|], "Resource": (|"{{resource}}"|) }
        }
        """, "This Deny denies nothing: no action of it works on its resources in the catalogue of 2026-09-26", risk: SecuritySeverity.High);

    [Test]
    public void Actions_that_do_not_exist_deny_nothing() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": [|["sagemaker:CreatePresignedDomainUrI", "sagemaker-runtime:InvokeEndpoint"]|], "Resource": "*" }
        }
        """, "This Deny denies nothing: its actions do not exist in the catalogue of 2026-09-26", type: PolicyType.Scp);

    [Test]
    public void A_key_that_must_be_missing_and_have_a_value_is_a_contradiction() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Deny", "Action": "s3:*", "Resource": "*",
            "Condition": { "Null": { "aws:PrincipalTag/team": "true" }, "StringEquals": { [|"aws:PrincipalTag/team"|]: "fraud" } }
          }
        }
        """, "This Deny denies nothing: no request meets both conditions on `aws:PrincipalTag/team`");

    [Test]
    public void A_value_that_must_be_and_must_not_be_is_a_contradiction() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Deny", "Action": "s3:*", "Resource": "*",
            "Condition": { "StringEquals": { "aws:PrincipalAccount": "111122223333" }, "StringNotEquals": { [|"AWS:PrincipalAccount"|]: ["111122223333", "444455556666"] } }
          }
        }
        """);

    [TestCase("sagemaker:ListNotebookInstances", "*")]
    [TestCase("sagemaker:*", "arn:aws:sagemaker:us-east-1:111122223333:notebook-instance/*")]
    [TestCase("sagemaker:InventedLater", "*")]
    [TestCase("quantumfridge:*", "*")]
    [TestCase("*", "arn:aws:s3:::data")]
    public void A_Deny_that_may_deny_something_is_clean(string action, string resource) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "{{action}}", "Resource": "{{resource}}" }
        }
        """);

    [Test]
    public void One_action_that_works_is_enough() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": "arn:aws:s3:::data" }
        }
        """);

    [Test]
    public void Allow_is_not_its_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data" }
        }
        """);

    [Test]
    public void A_template_may_be_filled_in_so_that_it_denies() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": ["s3:GetObject", "s3:{?}"], "Resource": "arn:aws:s3:::data" }
        }
        """);
}
