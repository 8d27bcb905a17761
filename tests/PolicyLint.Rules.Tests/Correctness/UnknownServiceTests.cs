using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class UnknownServiceTests : RuleTest<UnknownService>
{
    [Test]
    public void A_prefix_near_that_of_a_service_is_an_error() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagmaker:CreateEndpoint"|], "Resource": "*" }
        }
        """, "`sagmaker:CreateEndpoint` matches nothing: no service has this prefix in the catalogue of 2026-09-26; did you mean `sagemaker`?", severity: Severity.Error);

    [Test]
    public void A_prefix_that_resembles_nothing_may_be_newer_than_the_catalogue() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"quantumfridge:OpenDoor"|], "Resource": "*" }
        }
        """, "`quantumfridge:OpenDoor` matches nothing: no service has this prefix in the catalogue of 2026-09-26", severity: Severity.Warning);

    [Test]
    public void Each_value_is_reported_at_its_place() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", [|"sagmaker:Create*"|], "Sagemaker-Runtime:InvokeEndpoint", "elastic-inference:Connect", [|"Sagmaker:InvokeEndpoint"|]], "Resource": "*" }
        }
        """);

    [Test]
    public void Deny_and_NotAction_are_looked_at_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "NotAction": [|"sagmaker:*"|], "Resource": "*" }
        }
        """);

    [Test]
    public void A_trust_policy_is_looked_at_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": [|"sst:AssumeRole"|] }
        }
        """, type: PolicyType.Trust);

    [Test]
    public void Case_does_not_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["SageMaker:CreateEndpoint", "S3:*", "*"], "Resource": "*" }
        }
        """);

    [Test]
    public void An_unknown_action_of_a_known_service_is_not_its_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:CreateEndpiont", "Resource": "*" }
        }
        """);

    [Test]
    public void A_prefix_with_a_wildcard_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s*:Get*", "Resource": "*" }
        }
        """);

    [Test]
    public void A_prefix_that_AWS_still_accepts_is_passed_over() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "mobilehub:GetProject", "Resource": "*" }
        }
        """);

    [Test]
    public void A_prefix_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{?}:GetObject"|], "Resource": "*" }
        }
        """, "the action is not known before deployment");

    [Test]
    public void The_service_has_a_code_for_it() => FindsCode(IssueCodes.InvalidServiceInAction, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", [|"DOES_NOT_EXIST:*"|]], "Resource": "*" }
        }
        """);
}
