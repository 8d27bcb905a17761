using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class GlueAthenaAnyTests : RuleTest<GlueAthenaAny>
{
    [Test]
    public void Tables_and_queries_are_one_finding() => Finds(Policy("""
        "Action": [[|"glue:DeleteTable"|], "athena:StartQueryExecution"], "Resource": (|"*"|)
        """), "`DeleteTable` and `StartQueryExecution` let the caller change every table and query in every workgroup", risk: SecuritySeverity.Medium);

    [Test]
    public void Jobs_come_first() => Finds(Policy("""
        "Action": [|"glue:*"|], "Resource": "*"
        """), "`CreateJob`, `UpdateJob`, `StartJobRun` and 3 more let the caller run code in every job and change every table", risk: SecuritySeverity.Medium);

    [Test]
    public void Every_table_of_the_account_is_found() => Finds(Policy("""
        "Action": [|"glue:CreateTable"|], "Resource": ["arn:aws:glue:us-east-1:111122223333:catalog", "arn:aws:glue:us-east-1:111122223333:database/*", (|"arn:aws:glue:us-east-1:111122223333:table/*"|)]
        """), "`CreateTable` lets the caller change every table");

    [TestCaseSource(typeof(Spellings), nameof(Spellings.OnEverything), new object[] { "athena:StartQueryExecution" })]
    public void Every_spelling_is_found(string elements) => Finds(Policy(elements));

    [TestCase(""" "Action": "glue:UpdateTable", "Resource": ["arn:aws:glue:us-east-1:111122223333:catalog", "arn:aws:glue:us-east-1:111122223333:database/features", "arn:aws:glue:us-east-1:111122223333:table/features/*"] """)]
    [TestCase(""" "Action": "athena:StartQueryExecution", "Resource": "arn:aws:athena:us-east-1:111122223333:workgroup/fraud" """)]
    [TestCase(""" "Action": "glue:StartJobRun", "Resource": "arn:aws:glue:us-east-1:111122223333:job/fraud-*" """)]
    [TestCase(""" "Action": ["glue:GetTable", "athena:ListWorkGroups"], "Resource": "*" """)]
    public void What_is_limited_is_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_Deny_that_covers_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "athena:StartQueryExecution", "Resource": "*" },
            { "Effect": "Deny", "Action": "athena:*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_workgroup_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": "athena:StartQueryExecution", "Resource": [|"{?}"|]
        """), "the resource is not known before deployment");

    [Test]
    public void An_SCP_is_left_alone() => Clean(Policy("""
        "Action": "glue:*", "Resource": "*"
        """), PolicyType.Scp);

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
