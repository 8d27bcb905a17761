namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>PL5005: somebody can run their own code or calls as another role.</summary>
public sealed class EscalateByNewRole() : EscalationRule(new RuleDescriptor
{
    Id = "PL5005",
    Name = "escalate-by-new-role",
    Category = RuleCategory.PrivilegeEscalation,
    SecuritySeverity = SecuritySeverity.Critical,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = ["iam:PassRole"],
    Title = "Somebody can run their own code or calls as another role",
    Why = "A machine, function, container, build or stack does what its maker says, with the permissions of the role that the "
        + "maker passes to it. Whoever may make one and pass a strong role has that role.",
    Remedy = "Name the roles that are meant for this in the Resource of `iam:PassRole`, give those roles no more than the work "
        + "needs, and name the service in a condition on `iam:PassedToService`.",
    Limits = "What the roles may do and whom they trust is not in the policy: a pattern of roles is a lower risk, and roles that are "
        + "written out are not reported.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService",
        "https://pathfinding.cloud",
    ],
    Since = "0.1.0",
})
{
}
