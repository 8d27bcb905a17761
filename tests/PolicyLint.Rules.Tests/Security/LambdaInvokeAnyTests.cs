using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class LambdaInvokeAnyTests : RuleTest<LambdaInvokeAny>
{
    [Test]
    public void Everything_open_is_found() => Finds(Policy("""
        "Action": [|"lambda:InvokeFunction"|], "Resource": (|"*"|)
        """), "`InvokeFunction` lets the caller run every function, each with its own role", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(Spellings), nameof(Spellings.OnEverything), new object[] { "lambda:InvokeFunction" })]
    public void Every_spelling_is_found(string elements) => Finds(Policy(elements));

    [TestCase(""" "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:sagemaker-label-*" """)]
    [TestCase(""" "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:*:*:function:*LabelingFunction*" """)]
    [TestCase(""" "Action": "lambda:ListFunctions", "Resource": "*" """)]
    [TestCase(""" "Action": "lambda:InvokeFunction", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "fraud" } } """)]
    public void What_is_limited_is_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_Deny_that_covers_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "*" },
            { "Effect": "Deny", "Action": "lambda:*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": "lambda:InvokeFunction", "Resource": [|"{?}"|]
        """), "the resource is not known before deployment");

    [Test]
    public void An_SCP_is_left_alone() => Clean(Policy("""
        "Action": "lambda:InvokeFunction", "Resource": "*"
        """), PolicyType.Scp);

    [Test]
    public void Every_function_of_the_account_is_found() => Finds(Policy("""
        "Action": [|"lambda:Invoke*"|], "Resource": "arn:aws:lambda:us-east-1:111122223333:function:*"
        """), "`InvokeFunction` and `InvokeAsync` let the caller run every function, each with its own role");

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
