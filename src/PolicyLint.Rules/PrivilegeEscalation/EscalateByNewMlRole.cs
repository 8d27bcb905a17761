namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>PL5004: somebody can run their own code in SageMaker or Bedrock as another role.</summary>
public sealed class EscalateByNewMlRole() : EscalationRule(new RuleDescriptor
{
    Id = "PL5004",
    Name = "escalate-by-new-ml-role",
    Category = RuleCategory.PrivilegeEscalation,
    SecuritySeverity = SecuritySeverity.Critical,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = ["iam:PassRole"],
    Title = "Somebody can run their own code in SageMaker or Bedrock as another role",
    Why = "Notebooks, jobs, pipelines, endpoints, clusters, agents and code interpreters do what their maker says, with the "
        + "permissions of the role that the maker passes to them. Whoever may make one and pass a strong role has that role.",
    Remedy = "Name the roles that are meant for this work in the Resource of `iam:PassRole`, give those roles no more than the work "
        + "needs, and name the service in a condition on `iam:PassedToService`.",
    Limits = "What the roles may do and whom they trust is not in the policy: a pattern of roles is a lower risk, and roles that are "
        + "written out are not reported.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
        "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html",
    ],
    Since = "0.1.0",
})
{
}
