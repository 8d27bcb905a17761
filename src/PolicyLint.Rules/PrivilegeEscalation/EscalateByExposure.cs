namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>PL5009: any resource of a kind can be opened to others.</summary>
public sealed class EscalateByExposure() : EscalationRule(new RuleDescriptor
{
    Id = "PL5009",
    Name = "escalate-by-exposure",
    Category = RuleCategory.PrivilegeEscalation,
    SecuritySeverity = SecuritySeverity.Medium,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions =
    [
        "dynamodb:PutResourcePolicy", "ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute",
        "ecr-public:SetRepositoryPolicy", "ecr:PutRegistryPolicy", "ecr:SetRepositoryPolicy",
        "elasticfilesystem:DeleteFileSystemPolicy", "elasticfilesystem:PutFileSystemPolicy", "kms:CreateGrant",
        "kms:PutKeyPolicy", "lambda:AddLayerVersionPermission", "lambda:AddPermission", "s3:PutBucketAcl", "s3:PutBucketPolicy",
        "s3:PutObjectAcl", "s3:PutObjectVersionAcl", "sagemaker:PutLineageGroupPolicy", "sagemaker:PutModelPackageGroupPolicy",
        "sagemaker:PutResourcePolicy", "secretsmanager:PutResourcePolicy", "sns:AddPermission", "sqs:AddPermission",
    ],
    Title = "Any resource of a kind can be opened to others",
    Why = "A policy on a bucket, key, function or image decides who else comes in, and another account that was let in stays when "
        + "the caller has gone.",
    Remedy = "Name the resources whose policy the caller looks after, and keep public and cross-account sharing to a role for it.",
    Limits = "Whom the caller would let in is not in the policy; a pattern of names is not reported.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html",
    ],
    Since = "0.1.0",
})
{
}
