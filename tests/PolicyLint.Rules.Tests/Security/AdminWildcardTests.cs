using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class AdminWildcardTests : RuleTest<AdminWildcard>
{
    private const string Message = "Every action of every service is allowed on every resource: whoever has the policy administers the account";

    [TestCase("*")]
    [TestCase("*:*")]
    [TestCase("**")]
    [TestCase("*:?*")]
    public void Every_spelling_of_everything_is_critical(string action) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{{action}}"|], "Resource": (|"*"|) }
        }
        """, Message, risk: SecuritySeverity.Critical);

    [TestCase("arn:aws:*")]
    [TestCase("arn:*")]
    [TestCase("arn:aws:*:*:*:*")]
    [TestCase("**")]
    public void A_resource_that_is_everything_but_in_name_counts(string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"*"|], "Resource": "{{resource}}" }
        }
        """, Message);

    [Test]
    public void The_value_that_gives_everything_is_the_place() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", [|"*"|]], "Resource": ["arn:aws:s3:::data/*", (|"*"|)] }
        }
        """, Message);

    [Test]
    public void A_list_that_adds_up_is_reported_as_a_whole() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": [|["a*:*", "b*:*", "c*:*", "d*:*", "e*:*", "f*:*", "g*:*", "h*:*", "i*:*", "j*:*", "k*:*", "l*:*", "m*:*",
              "n*:*", "o*:*", "p*:*", "q*:*", "r*:*", "s*:*", "t*:*", "u*:*", "v*:*", "w*:*", "x*:*", "y*:*", "z*:*"]|],
            "Resource": "*"
          }
        }
        """, Message);

    [Test]
    public void A_list_that_leaves_a_letter_out_is_not_everything() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": ["a*:*", "b*:*", "c*:*", "d*:*", "e*:*", "f*:*", "g*:*", "h*:*", "j*:*", "k*:*", "l*:*", "m*:*",
              "n*:*", "o*:*", "p*:*", "q*:*", "r*:*", "s*:*", "t*:*", "u*:*", "v*:*", "w*:*", "x*:*", "y*:*", "z*:*"],
            "Resource": "*"
          }
        }
        """);

    [Test]
    public void NotAction_that_leaves_out_only_what_reads_is_everything() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": [|["s3:ListAllMyBuckets"]|], "Resource": "*" }
        }
        """, Message, risk: SecuritySeverity.Critical);

    [Test]
    public void NotAction_that_leaves_out_a_write_is_for_another_rule() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }
        }
        """);

    [Test]
    public void A_condition_that_really_limits_makes_it_high() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"*"|], "Resource": "*",
            "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }
          }
        }
        """, $"{Message}, as far as the condition holds", risk: SecuritySeverity.High);

    [Test]
    public void A_condition_that_everybody_meets_changes_nothing() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"*"|], "Resource": "*",
            "Condition": { "Bool": { "aws:SecureTransport": "true" } }
          }
        }
        """, Message, risk: SecuritySeverity.Critical);

    [Test]
    public void A_Deny_of_all_of_IAM_makes_it_high() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"*"|], "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:*", "Resource": "*" }
          ]
        }
        """, $"{Message}, less what is denied", risk: SecuritySeverity.High);

    [Test]
    public void A_Deny_of_one_thing_changes_nothing() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"*"|], "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:CreateUser", "Resource": "*" }
          ]
        }
        """, Message, risk: SecuritySeverity.Critical);

    [Test]
    public void A_Deny_of_everything_leaves_nothing() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "*", "Resource": "*" },
            { "Effect": "Deny", "Action": "*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*" }
        }
        """);

    [Test]
    public void Everything_on_one_bucket_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::data/*" }
        }
        """);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void Where_Allow_only_limits_it_is_clean(PolicyType type) => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" }
        }
        """, type);

    [TestCase(PolicyType.Resource)]
    [TestCase(PolicyType.VpcEndpoint)]
    public void On_a_resource_the_star_is_that_resource(PolicyType type) => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "*", "Resource": "*" }
        }
        """, type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{?}"|], "Resource": "*" }
        }
        """, "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "*", "Resource": [|"{?}"|] }
        }
        """, "the resource is not known before deployment");
}
