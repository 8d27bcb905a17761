namespace PolicyLint;

/// <summary>
/// What a policy document is attached to. Each type has its own grammar, size limit and rules.
/// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types">policy types</see>.
/// </summary>
public enum PolicyType
{
    /// <summary>Attached to a user, group, role or permission set.</summary>
    Identity,

    /// <summary>Attached to a resource such as a bucket, key or queue; names a principal.</summary>
    Resource,

    /// <summary>A role's trust policy: who may assume it.</summary>
    Trust,

    /// <summary>A service control policy of AWS Organizations. Its Allow is a limit, not a grant.</summary>
    Scp,

    /// <summary>A resource control policy of AWS Organizations. It only denies.</summary>
    Rcp,

    /// <summary>A permissions boundary. Its Allow is a limit, not a grant.</summary>
    Boundary,

    /// <summary>The policy of a VPC endpoint.</summary>
    VpcEndpoint,
}

/// <summary>A set of policy types, for what a rule applies to.</summary>
[Flags]
public enum PolicyTypes
{
    /// <summary>No type.</summary>
    None = 0,

    /// <summary><see cref="PolicyType.Identity"/>.</summary>
    Identity = 1 << PolicyType.Identity,

    /// <summary><see cref="PolicyType.Resource"/>.</summary>
    Resource = 1 << PolicyType.Resource,

    /// <summary><see cref="PolicyType.Trust"/>.</summary>
    Trust = 1 << PolicyType.Trust,

    /// <summary><see cref="PolicyType.Scp"/>.</summary>
    Scp = 1 << PolicyType.Scp,

    /// <summary><see cref="PolicyType.Rcp"/>.</summary>
    Rcp = 1 << PolicyType.Rcp,

    /// <summary><see cref="PolicyType.Boundary"/>.</summary>
    Boundary = 1 << PolicyType.Boundary,

    /// <summary><see cref="PolicyType.VpcEndpoint"/>.</summary>
    VpcEndpoint = 1 << PolicyType.VpcEndpoint,

    /// <summary>Types whose Allow statements give access.</summary>
    Grants = Identity | Resource | Trust | VpcEndpoint,

    /// <summary>Types whose Allow statements only limit what others give.</summary>
    Limits = Scp | Rcp | Boundary,

    /// <summary>Every type.</summary>
    All = Grants | Limits,
}

/// <summary>Names of policy types and membership in sets of them.</summary>
public static class PolicyTypeExtensions
{
    /// <summary>Whether the set holds the type.</summary>
    public static bool Includes(this PolicyTypes types, PolicyType type) => ((int)types & (1 << (int)type)) != 0;

    /// <summary>The name used on the command line and in configuration: <c>identity</c>, <c>vpc-endpoint</c>…</summary>
    public static string ToName(this PolicyType type) => type switch
    {
        PolicyType.Identity => "identity",
        PolicyType.Resource => "resource",
        PolicyType.Trust => "trust",
        PolicyType.Scp => "scp",
        PolicyType.Rcp => "rcp",
        PolicyType.Boundary => "boundary",
        PolicyType.VpcEndpoint => "vpc-endpoint",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The type of a name given by <see cref="ToName"/>.</summary>
    public static bool TryParse(string? name, out PolicyType type)
    {
        foreach (PolicyType candidate in Enum.GetValues<PolicyType>())
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

    /// <summary>What the type is called in a sentence: <c>an identity policy</c>, <c>an SCP</c>…</summary>
    public static string ToPhrase(this PolicyType type) => type switch
    {
        PolicyType.Identity => "an identity policy",
        PolicyType.Resource => "a resource policy",
        PolicyType.Trust => "a role trust policy",
        PolicyType.Scp => "a service control policy",
        PolicyType.Rcp => "a resource control policy",
        PolicyType.Boundary => "a permissions boundary",
        PolicyType.VpcEndpoint => "a VPC endpoint policy",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
