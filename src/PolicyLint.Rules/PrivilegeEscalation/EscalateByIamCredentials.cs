namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>PL5002: somebody can sign in as another user.</summary>
public sealed class EscalateByIamCredentials() : EscalationRule(new RuleDescriptor
{
    Id = "PL5002",
    Name = "escalate-by-iam-credentials",
    Category = RuleCategory.PrivilegeEscalation,
    SecuritySeverity = SecuritySeverity.Critical,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions =
    [
        "cognito-identity:UpdateIdentityPool", "iam:CreateAccessKey", "iam:CreateLoginProfile",
        "iam:CreateServiceSpecificCredential", "iam:DeactivateMFADevice", "iam:EnableMFADevice",
        "iam:ResetServiceSpecificCredential", "iam:ResyncMFADevice", "iam:UpdateAccessKey", "iam:UpdateLoginProfile",
        "iam:UpdateOpenIDConnectProviderThumbprint", "iam:UpdateSAMLProvider", "iam:UploadSSHPublicKey",
        "sso-directory:UpdatePassword",
    ],
    Title = "Somebody can sign in as another user",
    Why = "An access key, a password or a second factor made for another user is that user: the administrator among them, and the "
        + "log shows the victim's name.",
    Remedy = "Let people manage their own credentials only: `user/${aws:username}` in Resource. Leave other people's to the "
        + "administrators' role.",
    Limits = "A pattern of users is a lower risk; users that are written out are not reported. Which users there are, and what they "
        + "may do, is not in the policy.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    ],
    Since = "0.1.0",
})
{
}
