using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1053: every encryption key can be used.</summary>
public sealed class KmsUnscoped() : StatementRule(new RuleDescriptor
{
    Id = "PL1053",
    Name = "kms-unscoped",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Uses.Names,
    Supersedes = ["PL1007"],
    Title = "Every encryption key can be used",
    Why = "Encryption separates those who may read from those who may not. Decrypt on every key makes it worth nothing: whatever "
        + "the caller reaches in any service, the caller reads, for most keys leave it to IAM policies who uses them.",
    Remedy = "Name the keys, or say by `kms:ViaService` through which service, by `kms:EncryptionContext:…` for what, or by "
        + "`kms:ResourceAliases` or a tag with which keys.",
    Limits = "Whether the policy of a key leaves it to IAM is not in the policy. What describes and lists keys is fine on `*`.",
    Sources =
    [
        "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html",
        "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Uses = new(
        "kms",
        "Decrypt",
        "ReEncryptFrom",
        "ReEncryptTo",
        "GenerateDataKey",
        "GenerateDataKeyWithoutPlaintext",
        "GenerateDataKeyPair",
        "GenerateDataKeyPairWithoutPlaintext",
        "Encrypt");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Uses, statement, context) is not { } grant)
            return;

        bool decrypts = grant.First.Name is "Decrypt" or "ReEncryptFrom";
        string deed = decrypts ? "decrypt with every key" : "encrypt with every key";
        grant.Report(context, $"{grant.Lets} {deed} that leaves it to IAM policies", decrypts ? SecuritySeverity.High : SecuritySeverity.Medium);
    }
}
