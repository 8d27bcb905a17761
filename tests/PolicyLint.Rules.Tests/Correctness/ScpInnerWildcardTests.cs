using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ScpInnerWildcardTests : RuleTest<ScpInnerWildcard>
{
    [Test]
    public void A_wildcard_before_the_end_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Action": ["iam:Create*", [|"iam:*Role"|], [|"iam:*Role*"|]], "Resource": "*" }
          ]
        }
        """, ["`iam:*Role` has a wildcard that is not at its end", "`iam:*Role*` has a wildcard that is not at its end"], type: PolicyType.Scp);

    [Test]
    public void The_service_says_so_also_of_NotAction() => FindsCode(IssueCodes.ScpSyntaxErrorActionWildcard, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "NotAction": [|"s3:*Object"|], "Resource": "*" }
          ]
        }
        """, PolicyType.Scp);

    [Test]
    public void Wildcards_at_the_end_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["*", "s3:*", "iam:Create**", "iam:GetRole"], "Resource": "*" }
          ]
        }
        """, PolicyType.Scp);

    [Test]
    public void Other_types_take_them() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Action": "iam:*Role", "Resource": "*" }
          ]
        }
        """, PolicyType.Identity);
}
