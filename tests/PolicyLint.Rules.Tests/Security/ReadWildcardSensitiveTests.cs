using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class ReadWildcardSensitiveTests : RuleTest<ReadWildcardSensitive>
{
    [TestCase("sagemaker:Get*", "*")]
    [TestCase("SageMaker:get*", "arn:aws:sagemaker:*:*:*")]
    [TestCase("sagemaker:GetRec?rd", "arn:aws:sagemaker:us-east-1:111122223333:feature-group/*")]
    public void A_pattern_that_reads_records_is_a_low_risk(string action, string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{{action}}"|], "Resource": (|"{{resource}}"|) }
        }
        """, $"`{action}` reads data or uses models, and not only their descriptions: it holds `sagemaker:GetRecord`", risk: SecuritySeverity.Low);

    [Test]
    public void Each_pattern_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [[|"sagemaker:BatchGet*"|], "sagemaker:Describe*", [|"sagemaker:InvokeEndpoint*"|]], "Resource": "*" }
        }
        """);

    [TestCase("sagemaker:GetRecord", "*")]
    [TestCase("sagemaker:Describe*", "*")]
    [TestCase("sagemaker:Get*", "arn:aws:sagemaker:us-east-1:111122223333:feature-group/fraud")]
    [TestCase("sagemaker:*", "*")]
    [TestCase("s3:Get*", "*")]
    public void Names_named_groups_and_what_others_blame_are_clean(string action, string resource) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}" }
        }
        """);

    [Test]
    public void What_a_Deny_takes_away_is_not_granted() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:Get*", "Resource": "*" },
            { "Effect": "Deny", "Action": "sagemaker:GetRecord", "Resource": "*" }
          ]
        }
        """);
}
