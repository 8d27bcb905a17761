using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class MalformedActionTests : RuleTest<MalformedAction>
{
    [Test]
    public void What_is_wrong_is_told() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [[|"PutLogEvents"|], [|"GetIt"|], [|"s3:"|], [|":GetObject"|], [|"s3:Get:Object"|], [|"s3:GetObject "|], [|"arn:aws:s3:::data"|], [|"s3*"|]], "Resource": "*" }
        }
        """,
        [
            "`PutLogEvents` lacks the service: did you mean `logs:PutLogEvents`?",
            "`GetIt` lacks the service: an action is written service:name",
            "`s3:` lacks the name after the colon",
            "`:GetObject` lacks the service before the colon",
            "`s3:Get:Object` has more than one colon",
            "`s3:GetObject ` has a blank or a control character in it",
            "`arn:aws:s3:::data` is an ARN, not an action",
            "`s3*` lacks the service: an action is written service:name",
        ]);

    [Test]
    public void Deny_and_NotAction_are_looked_at_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "NotAction": [|"GetObject"|], "Resource": "*" }
        }
        """);

    [Test]
    public void Every_action_and_its_patterns_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["*", "*:*", "s3:*", "s3:Get*", "s*:*", "nosuch:Thing"], "Resource": "*" }
        }
        """);

    [Test]
    public void An_empty_text_is_the_grammars_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "", "Resource": "*" }
        }
        """, problems: "PL0104");

    [Test]
    public void An_action_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"{?}"|], "Resource": "*" }
        }
        """, "the action is not known before deployment");
}
