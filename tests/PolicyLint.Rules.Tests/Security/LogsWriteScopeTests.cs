using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class LogsWriteScopeTests : RuleTest<LogsWriteScope>
{
    [Test]
    public void Writing_to_every_log_is_low() => Finds(Policy("""
        "Action": [[|"logs:PutLogEvents"|], "logs:CreateLogStream"], "Resource": (|"*"|)
        """), "`PutLogEvents` and `CreateLogStream` let the caller write to the logs of every system", risk: SecuritySeverity.Low);

    [Test]
    public void Policies_of_log_groups_are_high() => Finds(Policy("""
        "Action": ["logs:PutLogEvents", [|"logs:PutResourcePolicy"|]], "Resource": (|"*"|)
        """), "`PutResourcePolicy` lets the caller open every log group to other accounts", risk: SecuritySeverity.High);

    [Test]
    public void Full_access_is_one_finding() => Finds(Policy("""
        "Action": [|"logs:*"|], "Resource": "*"
        """), "`PutResourcePolicy` lets the caller open every log group to other accounts", risk: SecuritySeverity.High);

    [Test]
    public void Every_log_group_of_the_account_is_found() => Finds(Policy("""
        "Action": [|"logs:PutLogEvents"|], "Resource": "arn:aws:logs:us-east-1:111122223333:*"
        """));

    [TestCaseSource(typeof(Spellings), nameof(Spellings.OnEverything), new object[] { "logs:PutLogEvents" })]
    public void Every_spelling_is_found(string elements) => Finds(Policy(elements));

    [TestCase(""" "Action": ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/aws/sagemaker/*" """)]
    [TestCase(""" "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/aws/sagemaker/x:*" """)]
    [TestCase(""" "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/aws/sagemaker/x:log-stream:*" """)]
    [TestCase(""" "Action": ["logs:CreateLogGroup", "logs:DescribeLogGroups", "logs:CreateLogDelivery"], "Resource": "*" """)]
    public void Log_groups_by_name_are_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_Deny_that_covers_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "*" },
            { "Effect": "Deny", "Action": "logs:*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_log_group_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": "logs:PutLogEvents", "Resource": [|"{?}"|]
        """), "the resource is not known before deployment");

    [Test]
    public void An_SCP_is_left_alone() => Clean(Policy("""
        "Action": "logs:*", "Resource": "*"
        """), PolicyType.Scp);

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
