using PolicyLint.Rules.Maintainability;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Maintainability;

public sealed class RedundantResourceTests : RuleTest<RedundantResource>
{
    [Test]
    public void ARNs_that_a_pattern_holds_are_reported_as_one_group() => FindsCode(IssueCodes.RedundantResource, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:GetRole", "Resource": [[|"arn:aws:iam::111122223333:role/jane-admin"|], (|"arn:aws:iam::111122223333:role/jane-s3only"|), (|"arn:aws:iam::111122223333:role/jane*"|)] }
        }
        """);

    [Test]
    public void The_message_names_the_pattern_and_how_many_it_holds() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::data/*", [|"arn:aws:s3:::data/a/*"|], "arn:aws:s3:::data/b"] }
        }
        """, "`arn:aws:s3:::data/*` holds `arn:aws:s3:::data/a/*` and 1 more value already", severity: Severity.Suggestion);

    [Test]
    public void A_star_holds_every_ARN() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "NotResource": [[|"arn:aws:s3:::data/*"|], "*"] }
        }
        """, "`*` holds `arn:aws:s3:::data/*` already");

    [Test]
    public void The_same_ARN_twice_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [(|"arn:aws:s3:::data/a"|), [|"arn:aws:s3:::data/a"|]] }
        }
        """, "`arn:aws:s3:::data/a` stands here twice");

    [Test]
    public void Policy_variables_are_text_like_any_other() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::data/*", [|"arn:aws:s3:::data/${aws:username}"|]] }
        }
        """);

    [Test]
    public void Upper_and_lower_case_differ() => FindsNoCode("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::data/A*", "arn:aws:s3:::data/a1", "arn:aws:s3:::data"] }
        }
        """);

    [Test]
    public void A_question_mark_does_not_hold_a_star() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::data/?", "arn:aws:s3:::data/*z"] }
        }
        """);
}
