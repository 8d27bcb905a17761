using PolicyLint.Rules.Maintainability;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Maintainability;

public sealed class RedundantActionTests : RuleTest<RedundantAction>
{
    [Test]
    public void An_action_that_a_pattern_holds_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["iam:List*", (|"iam:Get*"|), [|"iam:GetCredentialReport"|]], "Resource": "*" }
        }
        """, "`iam:Get*` holds `iam:GetCredentialReport` already", severity: Severity.Suggestion);

    [Test]
    public void The_service_names_all_values_of_a_group() => FindsCode(IssueCodes.RedundantAction, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "NotAction": [[|"s3:GetObject"|], "s3:PutObject", (|"s3:get*"|), (|"s3:Get?bject"|)], "Resource": "*" }
        }
        """);

    [Test]
    public void Equal_actions_are_one_group_whatever_their_case() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [(|"s3:GetObject"|), [|"s3:GetObject"|], (|"S3:getobject"|)], "Resource": "*" }
        }
        """, "`s3:GetObject` stands here twice, with 1 more value that it holds");

    [Test]
    public void Each_widest_value_heads_a_group_of_its_own() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["ec2:Describe*", [|"ec2:DescribeVpcs"|], "s3:*", [|"s3:Get*"|], "s3:GetObject"], "Resource": "*" }
        }
        """, ["`ec2:Describe*` holds `ec2:DescribeVpcs` already", "`s3:*` holds `s3:Get*` and 1 more value already"]);

    [Test]
    public void A_narrower_pattern_is_a_value_like_any_other() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [[|"s3:GetObject?"|], "s3:GetObject*", "s3:GetObjectAcl"], "Resource": "*" }
        }
        """, "`s3:GetObject*` holds `s3:GetObject?` and 1 more value already");

    [Test]
    public void Everything_holds_the_rest() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["*", [|"s3:Get*"|]], "Resource": "*" }
        }
        """, "`*` holds `s3:Get*` already");

    [TestCase("\"s3:GetObject\", \"s3:GetObjectAcl\"")]
    [TestCase("\"s3:Get*\", \"s3:*Object\"")]
    [TestCase("\"s3:Get*\", \"ec2:GetConsoleOutput\"")]
    public void Values_that_differ_are_clean(string actions) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [{{actions}}], "Resource": "*" }
        }
        """);

    [Test]
    public void Other_statements_are_not_looked_at() => FindsNoCode("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" },
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void Two_parts_of_a_template_need_not_be_the_same() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:Get{?}", "s3:Get{?}"], "Resource": "*" }
        }
        """);
}
