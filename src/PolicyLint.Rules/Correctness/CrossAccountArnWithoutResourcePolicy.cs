using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2167: an ARN of another account for a resource that cannot be shared.</summary>
public sealed class CrossAccountArnWithoutResourcePolicy() : StatementRule(new RuleDescriptor
{
    Id = "PL2167",
    Name = "cross-account-arn-without-resource-policy",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Warning,
    AppliesTo = PolicyTypes.Identity,
    Needs = StatementParts.NamedResource,
    LooksAt = Effect.Allow,
    Title = "An ARN of another account for a resource that cannot be shared",
    Why = "What belongs to another account needs the consent of both. Most SageMaker resources have no policy in which their account could give it, so that the call is denied whatever this policy says.",
    Remedy = "Take a role of the other account with `sts:AssumeRole`, and allow the action there.",
    Limits = "Only looked at where the account is given (`--account`). Model package groups, model packages, feature groups, hubs, pipelines, lineage groups, model cards and MLflow are passed over, for they can be shared.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_service-with-iam.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html",
    ],
    Since = "0.1.0",
})
{
    private const int AccountLength = 12;

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (context.Options.HomeAccount is not { } home || statement.Statement.Resource is null)
            return;

        foreach (ResourcePattern resource in statement.ResourcePatterns)
        {
            if (resource.NamesServiceAs("sagemaker"u8) && resource.Arn is { Account: { IsLiteral: true, Text: { Length: AccountLength } account } } arn && account != home && IsBoundToAccount(arn.Resource.Text))
                context.Report(resource.Text, $"{resource.Text.Quoted()} belongs to account {account.Quoted()}, which has no way to let this one in");
        }
    }

    private static bool IsBoundToAccount(string resource)
    {
        int end = resource.IndexOf('/', StringComparison.Ordinal);
        string type = end < 0 ? resource : resource[..end];
        return !type.AsSpan().ContainsAny('*', '?', '$') && type is not ("model-package-group" or "model-package" or "feature-group"
            or "sagemaker-catalog" or "hub" or "hub-content" or "pipeline" or "lineage-group" or "model-card" or "mlflow-tracking-server" or "mlflow-app");
    }
}
