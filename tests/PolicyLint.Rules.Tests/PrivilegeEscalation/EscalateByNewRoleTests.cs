using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

public sealed class EscalateByNewRoleTests : RuleTest<EscalateByNewRole>
{
    [Test]
    public void A_function_with_any_role_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [(|"iam:PassRole"|), [|"lambda:CreateFunction"|], (|"lambda:InvokeFunction"|)], "Resource": (|"*"|) }
          ]
        }
        """, "`lambda:CreateFunction` with `iam:PassRole` on any role lets the caller run any code as the role (path `lambda-invoke`): name the role and `iam:PassedToService`", risk: SecuritySeverity.Critical);

    [Test]
    public void A_machine_with_a_pattern_of_roles_is_a_medium_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"ec2:RunInstances"|], "Resource": "*" },
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/web-*" }
          ]
        }
        """, risk: SecuritySeverity.Medium);

    [Test]
    public void A_role_for_machines_makes_no_function() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["lambda:CreateFunction", "lambda:InvokeFunction"], "Resource": "*" },
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } }
          ]
        }
        """);

    [Test]
    public void Creating_without_calling_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["lambda:CreateFunction", "iam:PassRole"], "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void One_named_role_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["lambda:CreateFunction", "lambda:InvokeFunction"], "Resource": "*" },
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/orders-function" }
          ]
        }
        """);

    [Test]
    public void A_Deny_of_PassRole_closes_it() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["lambda:CreateFunction", "lambda:InvokeFunction", "iam:PassRole"], "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "arn:aws:iam::*:role/*" }
          ]
        }
        """);
}
