namespace PolicyLint;

/// <summary>
/// The resource that a resource policy is attached to, as far as IAM Access Analyzer checks it further: the values of
/// <c>validatePolicyResourceType</c>. See
/// <see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html">ValidatePolicy</see>.
/// </summary>
public enum PolicyResourceType
{
    /// <summary><c>AWS::S3::Bucket</c>.</summary>
    S3Bucket,

    /// <summary><c>AWS::S3::AccessPoint</c>.</summary>
    S3AccessPoint,

    /// <summary><c>AWS::S3::MultiRegionAccessPoint</c>.</summary>
    S3MultiRegionAccessPoint,

    /// <summary><c>AWS::S3ObjectLambda::AccessPoint</c>.</summary>
    S3ObjectLambdaAccessPoint,

    /// <summary><c>AWS::IAM::AssumeRolePolicyDocument</c>: the trust policy of a role.</summary>
    AssumeRolePolicyDocument,

    /// <summary><c>AWS::DynamoDB::Table</c>.</summary>
    DynamoDBTable,
}

/// <summary>Names of resource types, and the policy type that each implies.</summary>
public static class PolicyResourceTypeExtensions
{
    /// <summary>The name that the service and the command line use: <c>AWS::S3::Bucket</c>.</summary>
    public static string ToName(this PolicyResourceType type) => type switch
    {
        PolicyResourceType.S3Bucket => "AWS::S3::Bucket",
        PolicyResourceType.S3AccessPoint => "AWS::S3::AccessPoint",
        PolicyResourceType.S3MultiRegionAccessPoint => "AWS::S3::MultiRegionAccessPoint",
        PolicyResourceType.S3ObjectLambdaAccessPoint => "AWS::S3ObjectLambda::AccessPoint",
        PolicyResourceType.AssumeRolePolicyDocument => "AWS::IAM::AssumeRolePolicyDocument",
        PolicyResourceType.DynamoDBTable => "AWS::DynamoDB::Table",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The type of a name given by <see cref="ToName"/>; case is ignored.</summary>
    public static bool TryParse(string? name, out PolicyResourceType type)
    {
        foreach (PolicyResourceType candidate in Enum.GetValues<PolicyResourceType>())
        {
            if (string.Equals(candidate.ToName(), name, StringComparison.OrdinalIgnoreCase))
            {
                type = candidate;
                return true;
            }
        }

        type = default;
        return false;
    }

    /// <summary>The policy type of its policies: trust for a role's, resource for all others.</summary>
    public static PolicyType ToPolicyType(this PolicyResourceType type) =>
        type == PolicyResourceType.AssumeRolePolicyDocument ? PolicyType.Trust : PolicyType.Resource;
}
