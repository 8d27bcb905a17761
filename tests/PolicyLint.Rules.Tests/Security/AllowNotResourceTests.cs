using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class AllowNotResourceTests : RuleTest<AllowNotResource>
{
    [Test]
    public void What_is_left_out_is_not_what_is_meant() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:DeleteObject", "NotResource": [|"arn:aws:s3:::audit/*"|] }
        }
        """, "All but the resources named are open to `s3:DeleteObject`", risk: SecuritySeverity.Medium);

    [Test]
    public void The_first_write_stands_for_several() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], "NotResource": [|["arn:aws:s3:::audit/*"]|] }
        }
        """, "All but the resources named are open to 2 write actions such as `s3:DeleteObject`");

    // Of 73 types of SageMaker resources, domains and user profiles are left out; StopPipelineExecution works on another one.
    [Test]
    public void Of_SageMaker_it_says_what_stays_open() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": "sagemaker:StopPipelineExecution",
            "NotResource": [|["arn:aws:sagemaker:*:*:domain/*", "arn:aws:sagemaker:*:*:user-profile/*"]|]
          }
        }
        """, "All but the resources named are open to 1 write action, on 71 of SageMaker's 73 resource types: `action`, `ai-benchmark-job`, `ai-recommendation-job` and 68 more");

    [TestCase("*")]
    [TestCase("iam:PassRole")]
    [TestCase("iam:Pass*")]
    public void With_everything_or_PassRole_it_is_high(string action) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "NotResource": [|"arn:aws:iam::111122223333:role/admin"|] }
        }
        """, risk: SecuritySeverity.High);

    [Test]
    public void A_condition_that_really_limits_lowers_it() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": "s3:DeleteObject", "NotResource": [|"arn:aws:s3:::audit/*"|],
            "Condition": { "StringEquals": { "aws:ResourceTag/team": "fraud" } }
          }
        }
        """, risk: SecuritySeverity.Low);

    [Test]
    public void Reading_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "NotResource": "arn:aws:s3:::audit/*" }
        }
        """);

    [Test]
    public void An_action_that_needs_what_is_left_out_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "ec2:CreateVpcEndpoint", "NotResource": "arn:aws:ec2:*:*:vpc-endpoint/*" }
        }
        """);

    [Test]
    public void What_a_Deny_takes_away_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:*Object", "NotResource": "arn:aws:s3:::audit/*" },
            { "Effect": "Deny", "Action": ["s3:Put*", "s3:Delete*", "s3:Restore*", "s3:Replicate*"], "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "s3:*", "NotResource": "arn:aws:s3:::data/*" }
        }
        """);

    [Test]
    public void A_boundary_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::audit/*" }
        }
        """, PolicyType.Boundary);

    [Test]
    public void A_part_of_an_ARN_from_a_template_does_not_help() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:DeleteObject", "NotResource": [|"arn:aws:s3:::audit-{?}/*"|] }
        }
        """);

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:DeleteObject", "NotResource": [|"{?}"|] }
        }
        """, "the resource is not known before deployment");
}
