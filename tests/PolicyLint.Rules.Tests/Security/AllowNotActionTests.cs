using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class AllowNotActionTests : RuleTest<AllowNotAction>
{
    [TestCase("*")]
    [TestCase("arn:aws:*")]
    public void It_is_reported_on_any_resource(string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|["iam:*", "organizations:*"]|], "Resource": (|"{{resource}}"|) }
        }
        """, risk: SecuritySeverity.High);

    // The Allow leaves SQS out, the Deny spares SQS and one action of SNS: that one is left.
    [Test]
    public void What_a_Deny_takes_away_is_not_counted() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "NotAction": [|"sqs:*"|], "Resource": "*" },
            { "Effect": "Deny", "NotAction": ["sqs:*", "sns:Publish"], "Resource": "*" }
          ]
        }
        """, "Everything but `sqs:*` is allowed: 1 write action of 1 service, and whatever AWS adds");

    [Test]
    public void NotResource_does_not_help() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|"iam:*"|], "NotResource": (|"arn:aws:s3:::secret/*"|) }
        }
        """, risk: SecuritySeverity.High);

    // DeleteHumanLoop and StopHumanLoop; what starts one works on a flow definition.
    [Test]
    public void On_SageMaker_resources_it_is_medium() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|"sagemaker:DeleteEndpoint"|], "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:human-loop/*" }
        }
        """, "Everything but `sagemaker:DeleteEndpoint` is allowed: 2 write actions of 1 service, and whatever AWS adds", risk: SecuritySeverity.Medium);

    [Test]
    public void A_condition_that_really_limits_makes_it_medium() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "NotAction": [|"iam:*"|], "Resource": "*",
            "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-11112222" } }
          }
        }
        """, risk: SecuritySeverity.Medium);

    [Test]
    public void On_resources_of_another_service_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": "s3:DeleteBucket", "Resource": "arn:aws:s3:::*" }
        }
        """);

    [Test]
    public void Where_everything_is_left_out_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": "*", "Resource": "*" }
        }
        """);

    [Test]
    public void Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Deny", "NotAction": ["iam:ChangePassword", "sts:GetSessionToken"], "Resource": "*",
            "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }
          }
        }
        """);

    [Test]
    public void A_boundary_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }
        }
        """, PolicyType.Boundary);

    [Test]
    public void A_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": ["iam:*", [|"{?}"|]], "Resource": "*" }
        }
        """, "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": "iam:*", "Resource": [|"{?}"|] }
        }
        """, "the resource is not known before deployment");
}
