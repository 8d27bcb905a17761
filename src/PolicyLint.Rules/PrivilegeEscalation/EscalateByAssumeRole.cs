namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>PL5003: somebody can take any role that lets the account in.</summary>
public sealed class EscalateByAssumeRole() : EscalationRule(new RuleDescriptor
{
    Id = "PL5003",
    Name = "escalate-by-assume-role",
    Category = RuleCategory.PrivilegeEscalation,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"],
    Title = "Somebody can take any role that lets the account in",
    Why = "Many roles trust their whole account and leave the choice to policies like this one. With `sts:AssumeRole` on every "
        + "role the caller has the permissions of all of them together.",
    Remedy = "Name the roles that are to be taken, or demand a tag on them with a condition on `aws:ResourceTag`.",
    Limits = "A pattern of roles is not reported: that is how cross-account access is meant to look. Whom the roles trust is not in "
        + "the policy.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts",
    ],
    Since = "0.1.0",
})
{
}
