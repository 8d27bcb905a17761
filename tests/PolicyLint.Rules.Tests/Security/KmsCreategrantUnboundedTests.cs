using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class KmsCreategrantUnboundedTests : RuleTest<KmsCreategrantUnbounded>
{
    [Test]
    public void A_grant_to_anybody_is_medium() => Finds(Policy("""
        "Action": [|"kms:CreateGrant"|], "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        """), "`CreateGrant` lets the caller give the use of the key to anybody: nothing asks for `kms:GrantIsForAWSResource`", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(Spellings), nameof(Spellings.On), new object[] { "kms:CreateGrant", "arn:aws:kms:us-east-1:111122223333:key/fraud" })]
    public void Every_spelling_is_found(string elements) => Finds(Policy(elements));

    [Test]
    public void Everything_with_one_key_is_found() => Finds(Policy("""
        "Action": [|"kms:*"|], "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        """));

    [TestCase("Bool", "kms:GrantIsForAWSResource", "false")]
    [TestCase("BoolIfExists", "kms:GrantIsForAWSResource", "true")]
    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    [TestCase("ForAllValues:StringEquals", "kms:GrantOperations", "Decrypt")]
    public void A_condition_that_leaves_the_grantee_open_is_found(string comparison, string key, string value) => Finds(Policy($$"""
        "Action": [|"kms:CreateGrant"|], "Resource": "*", "Condition": { "{{comparison}}": { "{{key}}": "{{value}}" } }
        """));

    [TestCase("Bool", "kms:GrantIsForAWSResource", "true")]
    [TestCase("bool", "KMS:GrantIsForAwsResource", "true")]
    [TestCase("StringLike", "kms:ViaService", "sagemaker.*.amazonaws.com")]
    [TestCase("StringEquals", "kms:GranteePrincipal", "arn:aws:iam::111122223333:role/training")]
    public void A_condition_that_bounds_the_grantee_is_clean(string comparison, string key, string value) => Clean(Policy($$"""
        "Action": "kms:CreateGrant", "Resource": "*", "Condition": { "{{comparison}}": { "{{key}}": "{{value}}" } }
        """));

    [Test]
    public void A_Deny_of_other_grants_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "kms:CreateGrant", "Resource": "*" },
            { "Effect": "Deny", "Action": "kms:CreateGrant", "Resource": "*", "Condition": { "Bool": { "kms:GrantIsForAWSResource": "false" } } }
          ]
        }
        """);

    [TestCase(""" "Action": "kms:*", "Resource": "*" """)]
    public void Full_access_to_every_key_is_for_another_rule(string elements) => Clean(Policy(elements));

    [Test]
    public void A_Deny_that_covers_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "kms:CreateGrant", "Resource": "*" },
            { "Effect": "Deny", "Action": "kms:*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void An_SCP_is_left_alone() => Clean(Policy("""
        "Action": "kms:CreateGrant", "Resource": "*"
        """), PolicyType.Scp);

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
