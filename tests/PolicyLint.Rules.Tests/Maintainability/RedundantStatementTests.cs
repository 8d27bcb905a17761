using PolicyLint.Rules.Maintainability;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Maintainability;

public sealed class RedundantStatementTests : RuleTest<RedundantStatement>
{
    [Test]
    public void A_statement_that_says_the_same_in_another_order_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            (|{ "Sid": "One", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::data/*" }|),
            [|{ "Sid": "Two", "Effect": "Allow", "Action": ["S3:PutObject", "s3:GetObject"], "Resource": "arn:aws:s3:::data/*" }|]
          ]
        }
        """, "This statement repeats statement 1", severity: Severity.Suggestion);

    [Test]
    public void The_service_names_both() => FindsCode(IssueCodes.RedundantStatement, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::data" },
            (|{ "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } }|),
            [|{ "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:securetransport": "false" } } }|]
          ]
        }
        """);

    [Test]
    public void Statements_that_differ_in_one_value_are_clean() => FindsNoCode("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" },
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::Data/*" },
            { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" },
            { "Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::data/*" },
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }
          ]
        }
        """);

    [Test]
    public void Two_parts_of_a_template_need_not_be_the_same() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{?}/*" },
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{?}/*" }
          ]
        }
        """);
}
