namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>PL5008: every secret or credential of a kind can be read.</summary>
public sealed class EscalateBySecrets() : EscalationRule(new RuleDescriptor
{
    Id = "PL5008",
    Name = "escalate-by-secrets",
    Category = RuleCategory.PrivilegeEscalation,
    SecuritySeverity = SecuritySeverity.Medium,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Title = "Every secret or credential of a kind can be read",
    Why = "Passwords, keys and tokens open what the policy does not mention: a database, a registry, another account.",
    Remedy = "Name the secrets, parameters, keys or databases that are needed.",
    Limits = "What the secrets open is not in the policy; a pattern of names is not reported.",
    Sources =
    [
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    ],
    Since = "0.1.0",
})
{
}
