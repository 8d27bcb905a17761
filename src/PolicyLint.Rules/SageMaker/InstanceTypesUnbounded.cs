using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3066: SageMaker machines of any type may be started.</summary>
public sealed class InstanceTypesUnbounded() : StatementRule(new RuleDescriptor
{
    Id = "PL3066",
    Name = "instance-types-unbounded",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Low,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Title = "SageMaker machines of any type may be started",
    Why = "One machine with eight accelerators costs more in a day than a team of small ones in a month, and nothing but the quota of the account stops a mistake, or somebody who mines.",
    Remedy = "Name the types in the Allow, ForAllValues with `sagemaker:InstanceTypes` and `\"Null\": { \"sagemaker:InstanceTypes\": \"false\" }`, "
        + "or deny the others, for each of the operations that start machines.",
    Limits = "Operations that start machines without the key, such as `CreateInferenceRecommendationsJob`, are not looked at. That the limit is a good one is not judged.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context) =>
        Guardrails.Check(statement, [Guardrails.InstanceTypes], "may start machines of any type", context);
}
