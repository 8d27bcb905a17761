using PolicyLint.Rules.Maintainability;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Maintainability;

public sealed class VersionMissingOrOldTests : RuleTest<VersionMissingOrOld>
{
    [Test]
    public void A_missing_Version_is_a_warning() => Finds("""
        [|{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" } }|]
        """, "The policy has no Version: write 2012-10-17, without which there are no policy variables", severity: Severity.Warning);

    [Test]
    public void The_old_Version_is_a_warning_at_its_value() => Finds("""
        {
          "Version": [|"2008-10-17"|],
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
        }
        """, "The Version `2008-10-17` is the old one: write 2012-10-17, without which there are no policy variables", severity: Severity.Warning);

    [Test]
    public void A_variable_without_the_Version_is_an_error() => Finds("""
        [|{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" } }|]
        """, "The policy has no Version, so `${aws:username}` is no variable but literal text", severity: Severity.Error);

    [Test]
    public void A_variable_in_a_condition_or_NotResource_counts_too() => Finds("""
        {
          "Version": [|"2008-10-17"|],
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
            { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::home", "Condition": { "StringLike": { "s3:prefix": ["public/*", (|"${aws:username}/*"|)] } } },
            { "Effect": "Deny", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::home/${aws:userid}/*" }
          ]
        }
        """, "The Version `2008-10-17` is the old one, so `${aws:username}` is no variable but literal text", severity: Severity.Error);

    [Test]
    public void The_Version_of_2012_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" }
        }
        """);

    [Test]
    public void A_Version_that_does_not_exist_is_the_grammars_matter() => Clean("""
        {
          "Version": "2012-10-18",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
        }
        """, problems: "PL0111");

    [Test]
    public void Only_a_missing_Version_is_a_check_of_the_service()
    {
        FindsCode(IssueCodes.MissingVersion, """
            [|{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" } }|]
            """);
        FindsNoCode("""
            { "Version": "2008-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" } }
            """);
    }

    [Test]
    public void A_Version_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": [|"{?}"|],
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
        }
        """, "the Version is not known before deployment");
}
