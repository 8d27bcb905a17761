using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3060: SageMaker jobs, models and domains may be made outside a VPC.</summary>
public sealed class CreateWithoutVpc() : StatementRule(new RuleDescriptor
{
    Id = "PL3060",
    Name = "create-without-vpc",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Title = "SageMaker jobs, models and domains may be made outside a VPC",
    Why = "Without a VPC the containers reach the internet by themselves: what runs in them can send the data anywhere, and neither "
        + "security groups nor endpoint policies nor flow logs see it.",
    Remedy = "Ask for the keys in the Allow, `\"Null\": { \"sagemaker:VpcSubnets\": \"false\" }` with the subnets that may be used, or deny "
        + "the operations where the key is missing, best in an SCP.",
    Limits = "An SCP or a boundary that asks for it is not in the policy. Whether the VPC itself leads to the internet is not either.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context) =>
        Guardrails.Check(statement, [Guardrails.Vpc], "may run outside a VPC", context);
}
