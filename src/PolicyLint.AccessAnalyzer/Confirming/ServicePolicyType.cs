namespace PolicyLint.AccessAnalyzer.Confirming;

/// <summary>
/// The names that the service has for types of policies. See
/// <see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html">ValidatePolicy</see>.
/// </summary>
internal static class ServicePolicyType
{
    private const string TrustPolicy = "AWS::IAM::AssumeRolePolicyDocument";

    /// <summary>What ValidatePolicy calls the type. It has no word for boundaries, which are written as identity policies are.</summary>
    public static string ForValidation(PolicyType type) => type switch
    {
        PolicyType.Identity or PolicyType.Boundary => "IDENTITY_POLICY",
        PolicyType.Scp => "SERVICE_CONTROL_POLICY",
        PolicyType.Rcp => "RESOURCE_CONTROL_POLICY",
        _ => "RESOURCE_POLICY",
    };

    /// <summary>What the custom checks call the type; null where they do not take it, or where its Allow grants nothing.</summary>
    public static string? ForChecks(PolicyType type) => type switch
    {
        PolicyType.Identity => "IDENTITY_POLICY",
        PolicyType.Resource or PolicyType.Trust or PolicyType.VpcEndpoint => "RESOURCE_POLICY",
        _ => null,
    };

    /// <summary>What the policy is attached to, as far as its type or the caller says.</summary>
    public static string? ResourceType(PolicyType type, ConfirmationOptions options) => type switch
    {
        PolicyType.Trust => TrustPolicy,
        PolicyType.Resource => options.ResourceType,
        _ => null,
    };
}
