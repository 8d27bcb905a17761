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
    Actions =
    [
        "airflow:CreateCliToken", "airflow:CreateWebLoginToken", "chime:CreateApiKey", "codeartifact:GetAuthorizationToken",
        "codepipeline:PollForJobs", "cognito-identity:GetCredentialsForIdentity", "cognito-idp:AdminAddUserToGroup",
        "cognito-idp:AdminInitiateAuth", "cognito-idp:AdminSetUserPassword", "cognito-idp:AdminUpdateUserAttributes",
        "ec2:GetPasswordData", "ecr-public:GetAuthorizationToken", "ecr:GetAuthorizationToken",
        "emr-containers:GetManagedEndpointSessionCredentials", "finspace-api:GetProgrammaticAccessCredentials",
        "gamelift:GetComputeAccess", "gamelift:GetComputeAuthToken", "gamelift:GetInstanceAccess",
        "gamelift:RequestUploadCredentials", "grafana:CreateWorkspaceApiKey", "kms:Decrypt", "lightsail:CreateBucketAccessKey",
        "lightsail:DownloadDefaultKeyPair", "lightsail:GetInstanceAccessDetails",
        "lightsail:GetRelationalDatabaseMasterUserPassword", "mediapackage:RotateChannelCredentials",
        "mediapackage:RotateIngestEndpointCredentials", "rds-db:connect", "redshift-serverless:GetCredentials",
        "redshift:GetClusterCredentials", "redshift:GetClusterCredentialsWithIAM", "s3:GetDataAccess",
        "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath",
        "sts:GetFederationToken", "sts:GetSessionToken",
    ],
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
