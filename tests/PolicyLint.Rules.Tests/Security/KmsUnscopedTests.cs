using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class KmsUnscopedTests : RuleTest<KmsUnscoped>
{
    [Test]
    public void Decrypting_with_every_key_is_high() => Finds(Policy("""
        "Action": ["kms:GenerateDataKey", [|"kms:Decrypt"|]], "Resource": (|"*"|)
        """), "`Decrypt` and `GenerateDataKey` let the caller decrypt with every key that leaves it to IAM policies", risk: SecuritySeverity.High);

    [Test]
    public void Every_key_of_the_account_is_found() => Finds(Policy("""
        "Action": [|"kms:ReEncrypt*"|], "Resource": "arn:aws:kms:us-east-1:111122223333:key/*"
        """), "`ReEncryptFrom` and `ReEncryptTo` let the caller decrypt with every key that leaves it to IAM policies", risk: SecuritySeverity.High);

    [Test]
    public void Encrypting_alone_is_medium() => Finds(Policy("""
        "Action": [|"kms:Encrypt"|], "Resource": "*"
        """), "`Encrypt` lets the caller encrypt with every key that leaves it to IAM policies", risk: SecuritySeverity.Medium);

    [Test]
    public void The_account_of_the_key_is_no_limit() => Finds(Policy("""
        "Action": [|"kms:Decrypt"|], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceAccount": "111122223333" } }
        """));

    [TestCaseSource(typeof(Spellings), nameof(Spellings.OnEverything), new object[] { "kms:Decrypt" })]
    public void Every_spelling_is_found(string elements) => Finds(Policy(elements));

    [TestCase(""" "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" """)]
    [TestCase(""" "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringLike": { "kms:ViaService": "s3.*.amazonaws.com" } } """)]
    [TestCase(""" "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:EncryptionContext:app": "fraud" } } """)]
    [TestCase(""" "Action": "kms:Decrypt", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/fraud" } } """)]
    [TestCase(""" "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "fraud" } } """)]
    [TestCase(""" "Action": ["kms:DescribeKey", "kms:ListAliases", "kms:ListKeys"], "Resource": "*" """)]
    public void A_key_or_a_limit_is_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_Deny_that_covers_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" },
            { "Effect": "Deny", "Action": "kms:*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_key_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": "kms:Decrypt", "Resource": [|"{?}"|]
        """), "the resource is not known before deployment");

    [Test]
    public void The_policy_of_a_key_is_left_alone() => Clean(Policy("""
        "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*"
        """), PolicyType.Resource);

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
