using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3062: SageMaker containers may run with a network.</summary>
public sealed class CreateWithoutNetworkIsolation() : StatementRule(new RuleDescriptor
{
    Id = "PL3062",
    Name = "create-without-network-isolation",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Low,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Title = "SageMaker containers may run with a network",
    Why = "A container in network isolation has no network and no credentials of its role, which is the strongest brake on model code "
        + "that somebody else wrote.",
    Remedy = "Add `\"Bool\": { \"sagemaker:NetworkIsolation\": \"true\" }` to the Allow. Frameworks that read S3 from inside the container "
        + "need the network: leave the key out for those, by name.",
    Limits = "Operations without the key, such as `CreateAutoMLJob`, are not looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context) =>
        Guardrails.Check(statement, [Guardrails.NetworkIsolation], "may run with a network and with credentials", context);
}
