namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>PL5001: somebody can write their own permissions.</summary>
public sealed class EscalateByIamPermissions() : EscalationRule(new RuleDescriptor
{
    Id = "PL5001",
    Name = "escalate-by-iam-permissions",
    Category = RuleCategory.PrivilegeEscalation,
    SecuritySeverity = SecuritySeverity.Critical,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions =
    [
        "iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy",
        "iam:CreatePolicyVersion", "iam:DeleteRolePermissionsBoundary", "iam:DeleteRolePolicy",
        "iam:DeleteUserPermissionsBoundary", "iam:DeleteUserPolicy", "iam:DetachRolePolicy", "iam:DetachUserPolicy",
        "iam:PutGroupPolicy", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy", "iam:PutUserPermissionsBoundary",
        "iam:PutUserPolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "identitystore:CreateGroupMembership",
        "sso:AttachCustomerManagedPolicyReferenceToPermissionSet", "sso:AttachManagedPolicyToPermissionSet",
        "sso:CreateAccountAssignment", "sso:CreatePermissionSet", "sso:DeleteInlinePolicyFromPermissionSet",
        "sso:DeletePermissionsBoundaryFromPermissionSet", "sso:DetachCustomerManagedPolicyReferenceFromPermissionSet",
        "sso:DetachManagedPolicyFromPermissionSet", "sso:PutInlinePolicyToPermissionSet",
    ],
    Title = "Somebody can write their own permissions",
    Why = "Whoever may attach or write policies, change a policy's version, join groups or lift a boundary gives themselves "
        + "whatever else the policy does not: it is an administrator's policy in other words.",
    Remedy = "Leave these actions to the administrators' role. Where a team makes roles of its own, let it do so under a path of its "
        + "own and demand a permissions boundary with a condition on `iam:PermissionsBoundary`; for Attach actions, name the "
        + "policies with `iam:PolicyARN`.",
    Limits = "Whether the caller is one of the users, or can take one of the roles, is not in the policy; what a boundary allows is "
        + "not looked up.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-permissions-boundaries",
        "https://pathfinding.cloud",
    ],
    Since = "0.1.0",
})
{
}
