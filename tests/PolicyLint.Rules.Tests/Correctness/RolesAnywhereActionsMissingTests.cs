using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class RolesAnywhereActionsMissingTests : RuleTest<RolesAnywhereActionsMissing>
{
    [Test]
    public void Two_missing_actions_are_named() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [|"rolesanywhere.amazonaws.com"|] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, "`rolesanywhere.amazonaws.com` cannot assume the role without `sts:SetSourceIdentity` and `sts:TagSession`", type: PolicyType.Trust);

    [Test]
    public void The_service_says_so() => FindsCode(IssueCodes.MissingActionForRolesAnywhereTrustPolicy, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [[|"rolesanywhere.amazonaws.com"|], "ec2.amazonaws.com"] }, "Action": ["sts:AssumeRole", "sts:TagSession"] }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void All_three_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"] }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void Statements_are_added_up() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:AssumeRole" },
            { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": ["sts:Set*", "sts:TagSession"] }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void Other_services_need_one_action() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": ["sts:AssumeRole", [|"{?}"|]] }
          ]
        }
        """, "the action is not known before deployment", type: PolicyType.Trust);
}
