using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1057: every log can be written to, or opened to others.</summary>
public sealed class LogsWriteScope() : StatementRule(new RuleDescriptor
{
    Id = "PL1057",
    Name = "logs-write-scope",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = [.. Policies.Names, .. Writes.Names],
    Supersedes = ["PL1007"],
    Title = "Every log can be written to, or opened to others",
    Why = "Who writes to every log group can forge what other systems seem to have done. PutResourcePolicy gives log groups to "
        + "other accounts.",
    Remedy = "Name the log groups: SageMaker's start with `/aws/sagemaker/`. Leave PutResourcePolicy, which AWS supports on `*` "
        + "only, to whoever administers the account.",
    Limits = "Writing to every log group is a low risk; only PutResourcePolicy is a high one. Creating log groups on `*` is fine.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html",
        "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Policies = new("logs", "PutResourcePolicy");

    private static readonly ActionGroup Writes = new("logs", "PutLogEvents", "CreateLogStream");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Policies, statement, context) is { } policy)
            policy.Report(context, $"{policy.Lets} open every log group to other accounts");
        else if (OpenGrant.Find(Writes, statement, context) is { } grant)
            grant.Report(context, $"{grant.Lets} write to the logs of every system", SecuritySeverity.Low);
    }
}
