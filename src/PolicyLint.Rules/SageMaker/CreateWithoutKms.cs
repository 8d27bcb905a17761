using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3061: SageMaker jobs and volumes may be encrypted with keys of AWS.</summary>
public sealed class CreateWithoutKms() : StatementRule(new RuleDescriptor
{
    Id = "PL3061",
    Name = "create-without-kms",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Title = "SageMaker jobs and volumes may go without an encryption key of one's own",
    Why = "What is encrypted with a key that AWS manages cannot be locked by taking the key away, and who has read it stands in no key policy.",
    Remedy = "Ask for `sagemaker:VolumeKmsKeyArn` and `sagemaker:OutputKmsKeyArn` in the Allow, each for the operations that know it, "
        + "or deny the operations where they are missing.",
    Limits = "Operations that take a key and have no condition key for it, such as `CreateCompilationJob` and `CreateCluster`, are not "
        + "looked at, nor are the keys of feature groups. Where the condition keeps to instance types with a disk of their own, which "
        + "take no volume key, none is asked for.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly string[] WithDisk = ["g4dn", "g5", "g6", "p3dn", "p4", "p5", "p6", "trn", "m5d", "c5d", "r5d", "m6gd", "c6gd", "m6id", "c6id", "r6id", "i3en"];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        ReadOnlySpan<Guardrail> guardrails = HasOnlyDisks(statement.Conditions) ? [Guardrails.OutputKey] : [Guardrails.VolumeKey, Guardrails.OutputKey];
        Guardrails.Check(statement, guardrails, "may write without an encryption key of one's own", context);
    }

    // "Certain Nitro-based instances include local storage": a request with VolumeKmsKeyId fails for them, see API_ResourceConfig.
    private static bool HasOnlyDisks(ConditionAccess conditions)
    {
        foreach (ConditionTerm term in conditions.Terms)
        {
            if (Guardrails.InstanceTypes.IsAskedBy(term) && term.Operator is { IsNegated: false, Family: OperatorFamily.String } && term.Entry.Values.All(HasDisk))
                return !term.Entry.Values.IsEmpty;
        }

        return false;
    }

    private static bool HasDisk(ConditionValue type) =>
        WithDisk.Any(family => type.Text.StartsWith($"ml.{family}", StringComparison.OrdinalIgnoreCase));
}
