namespace PolicyLint.Evaluation;

/// <summary>
/// A group of policies that has its own say in a request. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">how AWS enforcement code logic evaluates requests</see>.
/// </summary>
public enum PolicyLayer
{
    /// <summary>Service control policies of the principal's organization. Each level has to allow.</summary>
    Scp,

    /// <summary>Resource control policies of the resource's organization. They only deny.</summary>
    Rcp,

    /// <summary>The policy of the VPC endpoint that the request goes through. It has to allow.</summary>
    VpcEndpoint,

    /// <summary>The policy of the resource: a bucket policy, a key policy, a role's trust policy.</summary>
    Resource,

    /// <summary>The policies of the principal: of the user and its groups, or of the role.</summary>
    Identity,

    /// <summary>The permissions boundary of the user or role.</summary>
    Boundary,

    /// <summary>The policies passed when the session was made.</summary>
    Session,

    /// <summary>
    /// What AWS itself does not let anybody do, whatever the policies say: to change its own managed policies and the roles
    /// that it reserves.
    /// </summary>
    Aws,
}

/// <summary>The names of layers.</summary>
public static class PolicyLayerExtensions
{
    /// <summary>The name in JSON output: <c>identity</c>, <c>vpc-endpoint</c>…</summary>
    public static string ToName(this PolicyLayer layer) => layer switch
    {
        PolicyLayer.Scp => "scp",
        PolicyLayer.Rcp => "rcp",
        PolicyLayer.VpcEndpoint => "vpc-endpoint",
        PolicyLayer.Resource => "resource",
        PolicyLayer.Identity => "identity",
        PolicyLayer.Boundary => "boundary",
        PolicyLayer.Session => "session",
        PolicyLayer.Aws => "aws",
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    };

    /// <summary>What the layer is called in a sentence: <c>the identity policies</c>…</summary>
    public static string ToPhrase(this PolicyLayer layer) => layer switch
    {
        PolicyLayer.Scp => "a service control policy",
        PolicyLayer.Rcp => "a resource control policy",
        PolicyLayer.VpcEndpoint => "the VPC endpoint policy",
        PolicyLayer.Resource => "the resource policy",
        PolicyLayer.Identity => "the identity policies",
        PolicyLayer.Boundary => "the permissions boundary",
        PolicyLayer.Session => "the session policy",
        PolicyLayer.Aws => "AWS itself",
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    };
}
