using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

public sealed class EscalateByIamPermissionsTests : RuleTest<EscalateByIamPermissions>
{
    [Test]
    public void Attaching_any_policy_to_any_role_is_administration() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["iam:GetRole", [|"iam:AttachRolePolicy"|]], "Resource": (|"*"|) }
          ]
        }
        """, "`iam:AttachRolePolicy` lets the caller attach any policy to a role (path `iam-12`): demand `iam:PermissionsBoundary`, or leave it to administrators", risk: SecuritySeverity.Critical);

    [Test]
    public void A_wildcard_over_IAM_speaks_for_the_paths_of_other_rules_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:*"|], "Resource": "*" }
          ]
        }
        """, "`iam:*` lets the caller rewrite any policy, one of their own included (path `iam-01` and 33 more): leave it to administrators", risk: SecuritySeverity.Critical);

    [Test]
    public void Further_paths_are_pointed_to() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:CreatePolicyVersion"|], "Resource": (|"*"|) },
            { "Effect": "Allow", "Action": [(|"iam:PutUserPolicy"|), (|"iam:AddUserToGroup"|)], "Resource": "*" }
          ]
        }
        """, "`iam:CreatePolicyVersion` lets the caller rewrite any policy, one of their own included (path `iam-01` and 2 more): leave it to administrators");

    [Test]
    public void A_pattern_of_roles_is_a_high_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:PutRolePolicy"|], "Resource": "arn:aws:iam::111122223333:role/app-*" }
          ]
        }
        """, risk: SecuritySeverity.High);

    [Test]
    public void One_role_is_a_medium_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:PutRolePolicy"|], "Resource": "arn:aws:iam::111122223333:role/app" }
          ]
        }
        """, risk: SecuritySeverity.Medium);

    [Test]
    public void Oneself_is_enough() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:AttachUserPolicy"|], "Resource": "arn:aws:iam::111122223333:user/${aws:username}" }
          ]
        }
        """, risk: SecuritySeverity.Critical);

    [Test]
    public void MFA_makes_it_one_degree_less() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:AttachUserPolicy"|], "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }
          ]
        }
        """, risk: SecuritySeverity.High);

    [Test]
    public void A_boundary_closes_it() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["iam:CreateRole", "iam:PutRolePolicy"], "Resource": "*", "Condition": { "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/edge" } } }
          ]
        }
        """);

    [Test]
    public void A_Deny_without_the_boundary_closes_it() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["iam:CreateRole", "iam:PutRolePolicy"], "Resource": "*" },
            { "Effect": "Deny", "Action": ["iam:CreateRole", "iam:PutRolePolicy"], "Resource": "*", "Condition": { "StringNotEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/edge" } } }
          ]
        }
        """);

    [Test]
    public void A_Deny_on_every_user_closes_it() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:AttachUserPolicy", "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:Attach*", "Resource": "arn:aws:iam::*:user/*" }
          ]
        }
        """);

    [Test]
    public void A_Deny_on_all_but_some_users_leaves_those() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:AttachUserPolicy"|], "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:AttachUserPolicy", "NotResource": "arn:aws:iam::111122223333:user/team/*" }
          ]
        }
        """, risk: SecuritySeverity.High);

    [Test]
    public void Roles_of_services_are_no_target() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["iam:AttachRolePolicy", "iam:PutRolePolicy"], "Resource": "arn:aws:iam::*:role/aws-service-role/es.amazonaws.com/*" }
          ]
        }
        """);

    [Test]
    public void Policies_of_AWS_are_no_target() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:CreatePolicyVersion", "Resource": ["arn:aws:iam::aws:policy/*", "arn:aws:iam::aws:policy/service-role/*"] }
          ]
        }
        """);

    [Test]
    public void Removing_a_policy_from_some_roles_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["iam:DetachRolePolicy", "iam:DeleteRolePolicy"], "Resource": "arn:aws:iam::111122223333:role/app-*" }
          ]
        }
        """);

    [Test]
    public void Everything_on_everything_is_left_to_PL1001() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void Everything_less_what_is_denied_is_not() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"*"|], "Resource": "*" },
            { "Effect": "Deny", "Action": "organizations:*", "Resource": "*" }
          ]
        }
        """, "`*` lets the caller rewrite any policy, one of their own included (path `iam-01` and 174 more): leave it to administrators");

    [Test]
    public void An_unknown_role_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:PutRolePolicy", "Resource": [|"arn:aws:iam::111122223333:role/{?}"|] }
          ]
        }
        """, "the resource is not known before deployment");

    [Test]
    public void An_unknown_action_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"iam:{?}"|], "Resource": "*" }
          ]
        }
        """, "the action is not known before deployment");

    [Test]
    public void A_boundary_grants_nothing() => PolicyLinter.Default.Lint("""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:AttachUserPolicy", "Resource": "*" } }""", PolicyType.Boundary)
        .Findings.Select(finding => finding.Rule.Id).Should().NotContain("PL5001");
}
