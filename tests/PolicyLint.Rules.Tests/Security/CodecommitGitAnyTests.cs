using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class CodecommitGitAnyTests : RuleTest<CodecommitGitAny>
{
    [Test]
    public void Everything_open_is_found() => Finds(Policy("""
        "Action": [|"codecommit:GitPush"|], "Resource": (|"*"|)
        """), "`GitPush` lets the caller put code into every repository", risk: SecuritySeverity.Low);

    [TestCaseSource(typeof(Spellings), nameof(Spellings.OnEverything), new object[] { "codecommit:GitPush" })]
    public void Every_spelling_is_found(string elements) => Finds(Policy(elements));

    [TestCase(""" "Action": "codecommit:GitPush", "Resource": "arn:aws:codecommit:us-east-1:111122223333:fraud" """)]
    [TestCase(""" "Action": "codecommit:GitPull", "Resource": "*" """)]
    [TestCase(""" "Action": "codecommit:GitPush", "Resource": "*", "Condition": { "StringEquals": { "codecommit:References": "refs/heads/fraud" } } """)]
    public void What_is_limited_is_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_Deny_that_covers_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "codecommit:GitPush", "Resource": "*" },
            { "Effect": "Deny", "Action": "codecommit:*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": "codecommit:GitPush", "Resource": [|"{?}"|]
        """), "the resource is not known before deployment");

    [Test]
    public void An_SCP_is_left_alone() => Clean(Policy("""
        "Action": "codecommit:GitPush", "Resource": "*"
        """), PolicyType.Scp);

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
