using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class EcrAuthTokenScopedTests : RuleTest<EcrAuthTokenScoped>
{
    [Test]
    public void The_login_on_a_repository_is_found() => Finds(Policy("""
        "Action": [[|"ecr:GetAuthorizationToken"|], "ecr:BatchGetImage"], "Resource": (|"arn:aws:ecr:us-east-1:111122223333:repository/fraud"|)
        """), "`ecr:GetAuthorizationToken` is never allowed on repositories: it needs a statement of its own on `*`", risk: SecuritySeverity.Medium);

    [TestCase("ECR:getauthorizationtoken")]
    [TestCase("ecr:GetAuthorization*")]
    [TestCase("ecr:GetAuthorizationToke?")]
    public void Every_spelling_is_found(string action) => Finds(Policy($$"""
        "Action": [|"{{action}}"|], "Resource": "arn:aws:ecr:*:*:repository/*"
        """));

    [Test]
    public void A_Deny_denies_nothing() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": [|"ecr:GetAuthorizationToken"|], "Resource": "arn:aws:ecr:us-east-1:111122223333:repository/fraud" }
        }
        """, "`ecr:GetAuthorizationToken` is never denied on repositories: it needs a statement of its own on `*`");

    [TestCase(""" "Action": "ecr:GetAuthorizationToken", "Resource": "*" """)]
    [TestCase(""" "Action": ["ecr:GetAuthorizationToken", "ecr:BatchGetImage"], "Resource": ["arn:aws:ecr:us-east-1:111122223333:repository/fraud", "*"] """)]
    [TestCase(""" "Action": "ecr:Get*", "Resource": "arn:aws:ecr:us-east-1:111122223333:repository/fraud" """)]
    [TestCase(""" "Action": "ecr:BatchGetImage", "Resource": "arn:aws:ecr:us-east-1:111122223333:repository/fraud" """)]
    [TestCase(""" "NotAction": "ecr:BatchGetImage", "Resource": "arn:aws:ecr:us-east-1:111122223333:repository/fraud" """)]
    public void On_everything_it_is_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": [|"ecr:GetAuthorizationToken"|], "Resource": "{?}"
        """), "whether `*` is among the resources is not known before deployment");

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
