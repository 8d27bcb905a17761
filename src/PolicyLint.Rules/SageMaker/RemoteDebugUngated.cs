using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3018: training jobs can be opened for debugging from outside.</summary>
public sealed class RemoteDebugUngated() : PolicyRule(new RuleDescriptor
{
    Id = "PL3018",
    Name = "remote-debug-ungated",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Low,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    Services = ["ssm", "ssmmessages"],
    Title = "Training jobs can be opened for debugging from outside",
    Why = "With remote debugging on, a session of Systems Manager is a shell in the training container, as the job's role and beside its data. "
        + "The policy allows both: to switch it on, and to connect.",
    Remedy = "Ask in Condition for Bool `sagemaker:EnableRemoteDebug` false on CreateTrainingJob and UpdateTrainingJob.",
    Limits = "Both sides must be in the same policy, and whether the key is asked for is read from the key alone.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-debugging.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    private const string EnableRemoteDebug = "sagemaker:EnableRemoteDebug";

    private static readonly ActionGroup Jobs = new("sagemaker", "UpdateTrainingJob", "CreateTrainingJob");

    private static readonly ActionGroup Sessions = new("ssm", "StartSession");

    private static readonly ActionGroup Channels = new("ssmmessages", "OpenControlChannel", "OpenDataChannel", "CreateControlChannel", "CreateDataChannel");

    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        context.CannotJudgeActions(policy);
        if ((Sessions.FindIn(policy) ?? Channels.FindIn(policy)) is not { } session || IsDenied(policy) || Jobs.FindIn(policy, IsFree) is not { } job)
            return;

        context.Report(job.Place, $"{job.Action.Name.Quoted()} can switch on remote debugging, and the policy connects to the container as the job's role", related: (session.Place, "connects by this"));
    }

    private static bool IsFree(StatementAccess statement) => !statement.Conditions.Constrains(EnableRemoteDebug);

    private static bool IsDenied(PolicyAccess policy)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Deny && statement.Conditions.Constrains(EnableRemoteDebug))
                return true;
        }

        return false;
    }
}
