using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3023: every endpoint may be invoked.</summary>
public sealed class InvokeEndpointAny() : StatementRule(new RuleDescriptor
{
    Id = "PL3023",
    Name = "invoke-endpoint-any",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Invoking.Names,
    Title = "Every endpoint may be invoked",
    Why = "The caller asks every model of the account, those of other teams too, which costs money, tells what a model knows, and sends "
        + "data to whoever runs it. IAM calls it a read, so that reviews of write access pass over it.",
    Remedy = "Name the endpoint that the application calls, and beside it the inference component where one is used.",
    Limits = "A pattern of some names is not found.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Invoking = new("sagemaker", "InvokeEndpoint", "InvokeEndpointAsync", "InvokeEndpointWithResponseStream")
    {
        On = ["endpoint"],
    };

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Invoking, statement, context) is { } grant)
            grant.Report(context, $"{grant.Lets} use every model that is served, other teams' too", grant.IsLimited ? SecuritySeverity.Low : SecuritySeverity.Medium);
    }
}
