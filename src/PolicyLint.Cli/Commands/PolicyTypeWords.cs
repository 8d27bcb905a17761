namespace PolicyLint.Cli.Commands;

/// <summary>The words that options take for a type of policies. They are written out, for asking an enumeration is reflection.</summary>
internal static class PolicyTypeWords
{
    public static (string Word, PolicyType? Value)[] Types =>
    [
        Of(PolicyType.Identity),
        Of(PolicyType.Resource),
        Of(PolicyType.Trust),
        Of(PolicyType.Scp),
        Of(PolicyType.Rcp),
        Of(PolicyType.Boundary),
        Of(PolicyType.VpcEndpoint),
    ];

    public static (string Word, PolicyResourceType? Value)[] ResourceTypes =>
    [
        Of(PolicyResourceType.S3Bucket),
        Of(PolicyResourceType.S3AccessPoint),
        Of(PolicyResourceType.S3MultiRegionAccessPoint),
        Of(PolicyResourceType.S3ObjectLambdaAccessPoint),
        Of(PolicyResourceType.AssumeRolePolicyDocument),
        Of(PolicyResourceType.DynamoDBTable),
    ];

    private static (string Word, PolicyType? Value) Of(PolicyType type) => (type.ToName(), type);

    private static (string Word, PolicyResourceType? Value) Of(PolicyResourceType type) => (type.ToName(), type);
}
