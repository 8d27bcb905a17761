namespace PolicyLint.Analysis;

/// <summary>
/// Why no resource has such an ARN, whatever the action: its fields are not those of the formats that the service's resources
/// have. See <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#resources_table">the resource types table</see>.
/// </summary>
[Flags]
public enum ArnMisfit
{
    /// <summary>Nothing is wrong, or nothing that is certain.</summary>
    None = 0,

    /// <summary>No ARN of the catalogue names the service, nor is it the prefix of one.</summary>
    UnknownService = 1,

    /// <summary>A region stands where such resources have none.</summary>
    RegionNotAllowed = 2,

    /// <summary>The region is missing.</summary>
    RegionMissing = 4,

    /// <summary>An account stands where such resources have none.</summary>
    AccountNotAllowed = 8,

    /// <summary>The account is missing.</summary>
    AccountMissing = 16,

    /// <summary>The service has no resource of such a name: an ARN without wildcards that fits no format.</summary>
    UnknownResource = 32,
}
