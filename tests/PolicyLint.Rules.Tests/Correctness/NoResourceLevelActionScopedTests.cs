using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class NoResourceLevelActionScopedTests : RuleTest<NoResourceLevelActionScoped>
{
    [Test]
    public void An_action_that_needs_a_star_is_reported_on_an_ARN() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:ListEndpoints"|], "Resource": (|"arn:aws:sagemaker:us-east-1:111122223333:endpoint/*"|) }
        }
        """, "AWS documents `sagemaker:ListEndpoints` for `*` only: this Allow never allows it, unless the catalogue of 2026-09-26 has a gap", severity: Severity.Error);

    [Test]
    public void A_Deny_on_an_ARN_never_denies_it() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": [|"sagemaker:Search"|], "Resource": "arn:aws:sagemaker:*:*:*" }
        }
        """, "AWS documents `sagemaker:Search` for `*` only: this Deny never denies it, unless the catalogue of 2026-09-26 has a gap", severity: Severity.Error);

    [Test]
    public void A_pattern_is_reported_when_all_its_actions_need_a_star() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["sagemaker:Describe*", [|"sagemaker:Search*"|]], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:*" }
        }
        """);

    [Test]
    public void An_ARN_of_the_whole_account_may_be_what_a_service_compares() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"s3:ListAllMyBuckets"|], "Resource": "arn:aws:s3:::*" }
        }
        """, "AWS documents `s3:ListAllMyBuckets` for `*` only: this Allow may not allow it (catalogue of 2026-09-26)", severity: Severity.Suggestion);

    [Test]
    public void An_ARN_of_another_service_is_not() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"s3:ListAllMyBuckets"|], "Resource": "arn:aws:sagemaker:*:*:*" }
        }
        """, severity: Severity.Warning);

    [Test]
    public void ECR_knows_its_registry_on_a_star_only() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["ecr:BatchGetImage", [|"ecr:DescribeRegistry"|]], "Resource": "arn:aws:ecr:us-east-1:111122223333:repository/*" }
        }
        """, severity: Severity.Error);

    [Test]
    public void The_login_to_ECR_is_for_another_rule() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["ecr:BatchGetImage", "ecr:GetAuthorizationToken"], "Resource": "arn:aws:ecr:us-east-1:111122223333:repository/*" }
        }
        """);

    [Test]
    public void A_star_among_the_resources_is_enough() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:ListEndpoints", "Resource": ["arn:aws:sagemaker:us-east-1:111122223333:endpoint/*", "*"] }
        }
        """);

    [Test]
    public void An_action_that_takes_ARNs_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["sagemaker:DescribeEndpoint", "sagemaker:List*", "sagemaker:*"], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:endpoint/*" }
        }
        """);

    [Test]
    public void NotResource_and_NotAction_are_passed_over() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:ListEndpoints", "NotResource": "arn:aws:sagemaker:us-east-1:111122223333:endpoint/*" },
            { "Effect": "Deny", "NotAction": "sagemaker:ListEndpoints", "Resource": "arn:aws:sagemaker:us-east-1:111122223333:endpoint/*" }
          ]
        }
        """);

    [Test]
    public void A_resource_of_a_template_may_be_a_star() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:ListEndpoints"|], "Resource": ["arn:aws:s3:::data", "{?}"] }
        }
        """, "whether `*` is among the resources is not known before deployment");
}
