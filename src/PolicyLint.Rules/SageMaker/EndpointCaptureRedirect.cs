using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3025: what is sent to any endpoint can be copied elsewhere.</summary>
public sealed class EndpointCaptureRedirect() : StatementRule(new RuleDescriptor
{
    Id = "PL3025",
    Name = "endpoint-capture-redirect",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Pointing.Names,
    Title = "What is sent to any endpoint can be copied elsewhere",
    Why = "The caller makes an endpoint configuration that captures requests and answers into a bucket of its own, and points a live "
        + "endpoint at it. The endpoint works on, and nobody sees where the data goes.",
    Remedy = "Name the endpoints and the configurations by the prefix of the team, both in one statement, for UpdateEndpoint is decided on both.",
    Limits = "Where captured data may be written is decided by the endpoint's role, which is not in the policy.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture.html",
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateEndpoint.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Pointing = new("sagemaker", "UpdateEndpoint") { On = ["endpoint"] };

    private static readonly ActionGroup Configuring = new("sagemaker", "CreateEndpointConfig");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Pointing, statement, context) is not { } grant || Configuring.FindIn(statement.Policy) is not { } config)
            return;

        context.Report(
            grant.Place,
            "`UpdateEndpoint` lets the caller point any live endpoint at a configuration that copies what is sent to it elsewhere",
            grant.IsLimited ? SecuritySeverity.Low : SecuritySeverity.Medium,
            related: (config.Place, "made by this"));
    }
}
