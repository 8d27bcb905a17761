using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1041: a shell may be opened on every machine.</summary>
public sealed class SsmSessionAny() : StatementRule(new RuleDescriptor
{
    Id = "PL1041",
    Name = "ssm-session-any",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Sessions.Names,
    Title = "A shell may be opened on every machine",
    Why = "StartSession of Systems Manager is a shell, with the role of the machine. It reaches the nodes of HyperPod clusters and "
        + "endpoint containers that were opened for it, and every EC2 instance that the agent runs on.",
    Remedy = "Name the instances or the cluster's nodes in Resource, or ask for a tag of the machine in Condition, with StringEquals on "
        + "`ssm:resourceTag` or `aws:ResourceTag`. Name the session document too.",
    Limits = "Which machines run the agent is not in the policy.",
    Sources =
    [
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/ssm-access.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Sessions = new("ssm", "StartSession") { On = ["instance", "managed-instance", "task"] };

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Sessions, statement, context, ConditionScope.Resource) is { } grant)
            grant.Report(context, $"{grant.Lets} open a shell on every machine: instances, cluster nodes, endpoint containers", grant.IsLimited ? SecuritySeverity.Low : SecuritySeverity.Medium);
    }
}
