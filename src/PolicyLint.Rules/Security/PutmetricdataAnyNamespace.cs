using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1058: metrics of every namespace can be written.</summary>
public sealed class PutmetricdataAnyNamespace() : StatementRule(new RuleDescriptor
{
    Id = "PL1058",
    Name = "putmetricdata-any-namespace",
    Category = RuleCategory.Security,
    DefaultSeverity = Severity.Suggestion,
    ClaimsOpenAccess = true,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Puts.Names,
    Title = "Metrics of every namespace can be written",
    Why = "Alarms and scaling act on metrics: who writes into any namespace can silence an alarm or start machines.",
    Remedy = "Add a condition on `cloudwatch:namespace` with the namespaces of the system, such as `/aws/sagemaker/*`.",
    Limits = "Nothing but the namespace limits the action, and most policies do without.",
    Sources =
    [
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Puts = new("cloudwatch", "PutMetricData");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Puts, statement, context) is { } grant)
            grant.Report(context, $"{grant.Lets} write metrics of every namespace: nothing asks for `cloudwatch:namespace`");
    }
}
