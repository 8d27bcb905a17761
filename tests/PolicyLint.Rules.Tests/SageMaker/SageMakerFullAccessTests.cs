using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class SageMakerFullAccessTests : RuleTest<SageMakerFullAccess>
{
    private const string Message =
        "Every SageMaker permission on every resource: 449 actions, among them opening any user's Studio and running code as any role that may be passed";

    [Test]
    public void The_founding_example() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": [[|"sagemaker:*"|]],
              "Resource": (|"*"|)
            }
          ]
        }
        """, Message, risk: SecuritySeverity.High);

    [TestCase("sagemaker:*")]
    [TestCase("SageMaker:**")]
    [TestCase("sagemaker:?*")]
    [TestCase("sage*r:*")]
    [TestCase("*")]
    public void Every_spelling_of_the_actions_is_reported(string action) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", [|"{{action}}"|]], "Resource": "*" }
        }
        """, Message);

    [TestCase("arn:aws:sagemaker:*")]
    [TestCase("arn:*:sagemaker:*:*:*")]
    [TestCase("arn:aws:sagemaker:eu-west-1:111122223333:*")]
    [TestCase("arn:aws:sagemaker:eu-west-1:111122223333:?*")]
    [TestCase("arn:aws:sagemaker:{?}:{?}:*")]
    [TestCase("arn:aws:*")]
    public void Every_spelling_of_the_resources_is_reported(string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:*"|], "Resource": ["arn:aws:s3:::data/*", (|"{{resource}}"|)] }
        }
        """, Message);

    // The first letters of every SageMaker action that writes; with I, ImportHubContent alone.
    [Test]
    public void A_list_that_adds_up_to_every_write_is_reported_as_a_whole() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": [|["sagemaker:A*", "sagemaker:B*", "sagemaker:C*", "sagemaker:D*", "sagemaker:E*", "sagemaker:Im*", "sagemaker:P*",
              "sagemaker:R*", "sagemaker:S*", "sagemaker:T*", "sagemaker:U*"]|],
            "Resource": (|"*"|)
          }
        }
        """);

    [Test]
    public void NotAction_that_leaves_SageMaker_in_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|["iam:*"]|], "Resource": (|"*"|) }
        }
        """, Message);

    [Test]
    public void NotResource_that_leaves_no_type_out_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:*"|], "NotResource": (|"arn:aws:sagemaker:eu-west-1:111122223333:endpoint/prod"|) }
        }
        """, Message);

    [Test]
    public void NotResource_that_leaves_all_domains_out_is_for_another_rule() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:*", "NotResource": "arn:aws:sagemaker:*:*:domain/*" }
        }
        """);

    [TestCase("s*:*")]
    [TestCase("sagemaker*:*")]
    public void A_wildcard_for_more_services_is_for_another_rule(string action) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["sagemaker:*", "{{action}}"], "Resource": "*" }
        }
        """);

    [TestCase("StringEquals", "aws:SourceVpc", "vpc-11112222")]
    [TestCase("Bool", "aws:MultiFactorAuthPresent", "true")]
    [TestCase("StringEquals", "aws:PrincipalOrgID", "o-1112223334")]
    [TestCase("StringEquals", "sagemaker:ResourceTag/team", "fraud")]
    public void A_condition_that_really_limits_makes_it_medium(string comparison, string key, string value) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"sagemaker:*"|], "Resource": "*",
            "Condition": { "{{comparison}}": { "{{key}}": "{{value}}" } }
          }
        }
        """, "Every SageMaker permission on every resource, as far as the condition holds: 449 actions, among them opening any user's Studio", risk: SecuritySeverity.Medium);

    [TestCase("ForAllValues:StringEquals", "aws:TagKeys", "team")]
    [TestCase("StringEqualsIfExists", "aws:SourceVpc", "vpc-11112222")]
    [TestCase("StringLike", "aws:PrincipalArn", "*")]
    public void A_condition_that_only_seems_to_limit_changes_nothing(string comparison, string key, string value) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"sagemaker:*"|], "Resource": "*",
            "Condition": { "{{comparison}}": { "{{key}}": "{{value}}" } }
          }
        }
        """, Message, risk: SecuritySeverity.High);

    [Test]
    public void What_a_Deny_takes_away_is_said() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"sagemaker:*"|], "Resource": "*" },
            { "Effect": "Deny", "Action": "sagemaker:CreatePresigned*", "Resource": "*" }
          ]
        }
        """,
        "Every SageMaker permission on every resource but what is denied, `CreatePresignedDomainUrl`, `CreatePresignedMlflowAppUrl`, "
        + "`CreatePresignedMlflowTrackingServerUrl` and `CreatePresignedNotebookInstanceUrl`: 445 actions remain",
        risk: SecuritySeverity.High);

    [Test]
    public void Without_anything_dangerous_it_is_medium() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"sagemaker:*"|], "Resource": "*" },
            { "Effect": "Deny", "Resource": "*", "Action": ["sagemaker:*Presigned*", "sagemaker:*Policy", "sagemaker:*LifecycleConfig", "sagemaker:StartSession", "sagemaker:Call*"] }
          ]
        }
        """, risk: SecuritySeverity.Medium);

    [Test]
    public void A_Deny_on_some_resources_takes_nothing_away() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"sagemaker:*"|], "Resource": "*" },
            { "Effect": "Deny", "Action": "sagemaker:*", "Resource": "arn:aws:sagemaker:*:*:endpoint/prod-*" }
          ]
        }
        """, Message);

    [Test]
    public void A_Deny_of_every_write_leaves_a_reader() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:*", "Resource": "*" },
            { "Effect": "Deny", "NotAction": ["sagemaker:Describe*", "sagemaker:List*"], "Resource": "*" }
          ]
        }
        """);

    [TestCase("sagemaker:Describe*", "*")]
    [TestCase("sagemaker:Create*", "*")]
    [TestCase("sagemaker:*", "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/*")]
    [TestCase("sagemaker:*", "arn:aws:s3:::*")]
    [TestCase("sagemaker-geospatial:*", "*")]
    public void Less_is_clean(string action, string resource) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}" }
        }
        """);

    [Test]
    public void Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "sagemaker:*", "Resource": "*" }
        }
        """);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void Where_Allow_only_limits_it_is_clean(PolicyType type) => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:*", "Resource": "*" }
        }
        """, type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:{?}"|], "Resource": "*" }
        }
        """, "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:*", "Resource": [|"{?}"|] }
        }
        """, "the resource is not known before deployment");
}
