namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>PL5010: what others rely on can be changed or watched unnoticed.</summary>
public sealed class EscalateByTampering() : EscalationRule(new RuleDescriptor
{
    Id = "PL5010",
    Name = "escalate-by-tampering",
    Category = RuleCategory.PrivilegeEscalation,
    SecuritySeverity = SecuritySeverity.Medium,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions =
    [
        "bedrock:DeleteGuardrail", "bedrock:UpdateGuardrail", "ec2:ModifyInstanceMetadataOptions", "iam:PassRole",
        "s3:PutObject", "sagemaker:CreateModelPackage", "sagemaker:PutRecord", "sagemaker:Search", "sagemaker:UpdateEndpoint",
        "sagemaker:UpdateUserProfile",
    ],
    Title = "What others rely on can be changed or watched unnoticed",
    Why = "Models, features, guardrails, logs and state files steer what others do. Whoever may change all of them moves results, "
        + "or reads along, without any more permission.",
    Remedy = "Name the models, feature groups, endpoints and buckets that the caller looks after, and leave guardrails and logging "
        + "to a role for it.",
    Limits = "What relies on them is not in the policy; a pattern of names is not reported.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture-endpoint.html",
        "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html",
    ],
    Since = "0.1.0",
})
{
}
