using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class DynamodbAttributesWithoutSelectTests : RuleTest<DynamodbAttributesWithoutSelect>
{
    // [|…|] marks each place that the rule reports; (|…|) a second place of a finding.
    [Test]
    public void The_pattern_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"TODO"|], "Resource": "*" }
        }
        """, "`TODO` is not written yet");

    [Test]
    public void Deny_is_not_reported() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "TODO", "Resource": "*" }
        }
        """);
}
