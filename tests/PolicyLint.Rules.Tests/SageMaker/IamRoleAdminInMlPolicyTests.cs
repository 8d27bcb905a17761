using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class IamRoleAdminInMlPolicyTests : RuleTest<IamRoleAdminInMlPolicy>
{
    private const string Studio = """{ "Effect": "Allow", "Action": "sagemaker:DescribeDomain", "Resource": "*" }""";

    [TestCase("iam:AttachRolePolicy", "give any role any permission, the caller's own role included")]
    [TestCase("iam:PutRolePolicy", "give any role any permission, the caller's own role included")]
    [TestCase("iam:UpdateAssumeRolePolicy", "say who may assume any role, an administrator's too")]
    [TestCase("iam:CreatePolicyVersion", "write anew what the account's policies allow")]
    [TestCase("iam:SetDefaultPolicyVersion", "write anew what the account's policies allow")]
    [TestCase("iam:CreateAccessKey", "make keys of any user, and so be any user")]
    public void Each_way_to_more_is_told(string action, string deed) => Finds(
        Document($"[|\"{action}\"|]", "(|\"*\"|)"), $"`{action[4..]}` lets the caller {deed}", risk: SecuritySeverity.Critical);

    [TestCase("iam:attachrolepolicy", "*")]
    [TestCase("IAM:AttachRolePolic?", "**")]
    [TestCase("iam:Attach*Policy", "arn:aws:iam::*:role/*")]
    [TestCase("iam:*", "arn:aws:*")]
    [TestCase("iam:AttachRolePolicy", "arn:aws:iam::111122223333:role/*")]
    [TestCase("iam:AttachRolePolicy", "arn:aws:iam::111122223333:*")]
    public void However_it_is_spelled_it_is_reported(string action, string resource) => Finds(Document($"[|\"{action}\"|]", $"\"{resource}\""), risk: SecuritySeverity.Critical);

    [Test]
    public void A_role_alone_is_medium() => Finds(
        Document("[|\"iam:CreateRole\"|]", "\"*\""), "`CreateRole` lets the caller make roles without a boundary, that anybody named in them may assume", risk: SecuritySeverity.Medium);

    [TestCase("StringEquals", "aws:RequestedRegion", "us-east-1", SecuritySeverity.Critical)]
    [TestCase("StringNotEquals", "iam:PermissionsBoundary", "arn:aws:iam::111122223333:policy/ml", SecuritySeverity.Critical)]
    [TestCase("StringEqualsIfExists", "iam:PermissionsBoundary", "arn:aws:iam::111122223333:policy/ml", SecuritySeverity.Critical)]
    [TestCase("Bool", "aws:MultiFactorAuthPresent", "true", SecuritySeverity.High)]
    [TestCase("ArnEquals", "iam:PolicyARN", "arn:aws:iam::111122223333:policy/ml", SecuritySeverity.Low)]
    public void Conditions_that_leave_it_open_lower_it_at_most(string comparison, string key, string value, SecuritySeverity risk) => Finds(
        Document("[|\"iam:AttachRolePolicy\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: risk);

    [TestCase("StringEquals", "iam:PermissionsBoundary", "arn:aws:iam::111122223333:policy/ml")]
    [TestCase("StringEquals", "iam:ResourceTag/team", "fraud")]
    public void A_boundary_and_a_tag_clear_it(string comparison, string key, string value) =>
        Clean(Document("\"iam:AttachRolePolicy\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("iam:AttachRolePolicy", "arn:aws:iam::111122223333:role/ml-execution/*")]
    [TestCase("iam:GetRole", "*")]
    [TestCase("iam:PassRole", "*")]
    public void A_path_and_other_actions_are_clean(string action, string resource) => Clean(Document($"\"{action}\"", $"\"{resource}\""));

    [Test]
    public void A_policy_without_SageMaker_is_for_others() => Clean(OpenAccess.Document("\"iam:AttachRolePolicy\"", "\"*\""));

    [Test]
    public void What_is_denied_is_clean() => Clean(Document("\"iam:AttachRolePolicy\"", "\"*\"", more: """, { "Effect": "Deny", "Action": "iam:*", "Resource": "*" }"""));

    [Test]
    public void A_boundary_policy_is_clean() => Clean(Document("\"iam:AttachRolePolicy\"", "\"*\""), PolicyType.Boundary);

    private static string Document(string action, string resource, string? condition = null, string more = "") =>
        OpenAccess.Wrap($"{OpenAccess.Allow(action, resource, condition)}, {Studio}{more}");
}
