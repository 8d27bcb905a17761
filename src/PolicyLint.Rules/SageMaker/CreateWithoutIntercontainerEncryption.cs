using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3063: SageMaker jobs may exchange data between machines in the clear.</summary>
public sealed class CreateWithoutIntercontainerEncryption() : StatementRule(new RuleDescriptor
{
    Id = "PL3063",
    Name = "create-without-intercontainer-encryption",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Low,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Title = "SageMaker jobs may exchange data between machines in the clear",
    Why = "The machines of a distributed job send each other gradients and data, by default unencrypted: whoever can see the network of the VPC can read them.",
    Remedy = "Add `\"Bool\": { \"sagemaker:InterContainerTrafficEncryption\": \"true\" }` to the Allow. It costs time in training across many machines.",
    Limits = "Jobs of one machine exchange nothing, and the policy does not tell how many there are.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context) =>
        Guardrails.Check(statement, [Guardrails.TrafficEncryption], "may exchange data between machines in the clear", context);
}
