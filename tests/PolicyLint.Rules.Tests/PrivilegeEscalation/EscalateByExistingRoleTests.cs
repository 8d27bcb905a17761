using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

public sealed class EscalateByExistingRoleTests : RuleTest<EscalateByExistingRole>
{
    [Test]
    public void The_code_of_any_function_can_be_replaced() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["lambda:GetFunction", [|"lambda:UpdateFunctionCode"|]], "Resource": (|"arn:aws:lambda:*:*:function:*"|) }
          ]
        }
        """, "`lambda:UpdateFunctionCode` lets the caller replace the code of any function and act as its role (path `lambda-code`): name what is the caller's own", risk: SecuritySeverity.High);

    [Test]
    public void A_function_by_name_or_pattern_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "lambda:Update*", "Resource": ["arn:aws:lambda:*:*:function:orders", "arn:aws:lambda:*:*:function:orders-*"] }
          ]
        }
        """);

    [Test]
    public void Machines_of_a_tag_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["ssm:StartSession", "ssm:SendCommand"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "fraud" } } }
          ]
        }
        """);

    [Test]
    public void Ones_own_account_is_no_limit() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"ssm:StartSession"|], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceAccount": "${aws:PrincipalAccount}" } } }
          ]
        }
        """, risk: SecuritySeverity.High);

    [Test]
    public void Working_hours_are_one_degree_less() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"ssm:StartSession"|], "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2027-01-01T00:00:00Z" } } }
          ]
        }
        """, risk: SecuritySeverity.Medium);

    [Test]
    public void A_Deny_of_the_last_step_closes_it() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"], "Resource": "*" },
            { "Effect": "Deny", "Action": "cloudformation:Execute*", "Resource": "*" }
          ]
        }
        """);
}
