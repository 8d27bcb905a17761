using System.Collections.Immutable;

namespace PolicyLint;

/// <summary>Whether an element must, may or must not be there.</summary>
public enum Presence
{
    /// <summary>The element may be left out.</summary>
    Optional,

    /// <summary>The element must be there.</summary>
    Required,

    /// <summary>The element must not be there.</summary>
    Forbidden,
}

/// <summary>How the size of a policy is counted for its quota.</summary>
public enum SizeCounting
{
    /// <summary>Characters without white space, as IAM counts.</summary>
    WithoutWhitespace,

    /// <summary>Every character as submitted, as AWS Organizations and VPC endpoints count.</summary>
    AsSubmitted,
}

/// <summary>What one policy type asks of its documents.</summary>
/// <param name="Type">The policy type.</param>
/// <param name="Principal">Principal or NotPrincipal in each statement.</param>
/// <param name="AllowsNotPrincipal">
/// Whether NotPrincipal may stand in for Principal. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</see>.
/// </param>
/// <param name="AllowsNotAction">Whether NotAction may stand in for Action.</param>
/// <param name="Resource">Resource or NotResource in each statement.</param>
/// <param name="AllowsAllow">Whether a statement may allow anything else than everything to everybody, as RCPFullAWSAccess does.</param>
/// <param name="AlphanumericSid">Whether a Sid may have ASCII letters and digits only.</param>
/// <param name="Latin1Only">Whether the document may have only the characters tab, LF, CR and U+0020 to U+00FF.</param>
/// <param name="MaxSize">The largest quota that any policy of this type can have, in characters.</param>
/// <param name="Counting">How the size is counted.</param>
/// <param name="Page">The page that says so.</param>
public sealed record PolicyGrammar(
    PolicyType Type,
    Presence Principal,
    bool AllowsNotPrincipal,
    bool AllowsNotAction,
    Presence Resource,
    bool AllowsAllow,
    bool AlphanumericSid,
    bool Latin1Only,
    int MaxSize,
    SizeCounting Counting,
    string Page)
{
    private const string Iam = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
    private const string Organizations = "https://docs.aws.amazon.com/organizations/latest/userguide/";

    // One row a type, to be read beside the page it comes from. Sizes: reference_iam-quotas (the largest quota that a
    // document of the type can have: 10,240 is that of a role's inline policies, 6,144 of a managed policy, 4,096 of a
    // trust policy after an increase), orgs_reference_limits (an SCP's was raised to 10,240 in May 2026), and for resource policies KMS's 32,768, the largest of
    // any service.
    private static readonly PolicyGrammar[] Table =
    [
        //                        Principal            NotPrincipal NotAction Resource            Allow  Sid    Latin1 size
        new(PolicyType.Identity,    Presence.Forbidden, false, true,  Presence.Required,  true,  true,  true,  10_240, SizeCounting.WithoutWhitespace, Iam + "reference_policies_grammar.html"),
        new(PolicyType.Resource,    Presence.Required,  true,  true,  Presence.Optional,  true,  false, false, 32_768, SizeCounting.AsSubmitted,       Iam + "reference_policies_grammar.html"),
        new(PolicyType.Trust,       Presence.Required,  false, true,  Presence.Forbidden, true,  true,  true,   4_096, SizeCounting.WithoutWhitespace, Iam + "id_roles_update-role-trust-policy.html"),
        new(PolicyType.Scp,         Presence.Forbidden, false, true,  Presence.Required,  true,  false, false, 10_240, SizeCounting.AsSubmitted,       Organizations + "orgs_manage_policies_scps_syntax.html"),
        new(PolicyType.Rcp,         Presence.Required,  false, false, Presence.Required,  false, false, false,  5_120, SizeCounting.AsSubmitted,       Organizations + "orgs_manage_policies_rcps_syntax.html"),
        new(PolicyType.Boundary,    Presence.Forbidden, false, true,  Presence.Required,  true,  true,  true,   6_144, SizeCounting.WithoutWhitespace, Iam + "access_policies_boundaries.html"),
        new(PolicyType.VpcEndpoint, Presence.Required,  true,  true,  Presence.Required,  true,  false, false, 20_480, SizeCounting.AsSubmitted,       "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html"),
    ];

    /// <summary>The versions of the policy language. See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</see>.</summary>
    public static ImmutableArray<string> Versions { get; } = ["2012-10-17", "2008-10-17"];

    /// <summary>The elements of a document.</summary>
    public static ImmutableArray<string> DocumentElements { get; } = ["Version", "Id", "Statement"];

    /// <summary>The elements of a statement.</summary>
    public static ImmutableArray<string> StatementElements { get; } =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <summary>The members of a Principal object.</summary>
    public static ImmutableArray<string> PrincipalKinds { get; } = ["AWS", "Service", "Federated", "CanonicalUser"];

    /// <summary>The grammar of a policy type.</summary>
    public static PolicyGrammar Of(PolicyType type) => Table[(int)type];
}
