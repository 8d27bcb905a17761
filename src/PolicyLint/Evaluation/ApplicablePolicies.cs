using System.Collections.Immutable;

namespace PolicyLint.Evaluation;

/// <summary>
/// The policies that have a say in a request, by what they are attached to. What is not given does not exist: without SCPs the
/// account is in no organization, without a boundary there is none.
/// </summary>
public sealed record ApplicablePolicies
{
    /// <summary>The policies of the principal, its groups' included.</summary>
    public ImmutableArray<PolicyDocument> Identity { get; init; } = [];

    /// <summary>The policy of the resource: for <c>sts:AssumeRole</c> the role's trust policy, for a key of KMS the key policy.</summary>
    public PolicyDocument? Resource { get; init; }

    /// <summary>The permissions boundary of the principal.</summary>
    public PolicyDocument? Boundary { get; init; }

    /// <summary>The policies passed for the session, which together have to allow; empty where none were passed.</summary>
    public ImmutableArray<PolicyDocument> Session { get; init; } = [];

    /// <summary>
    /// The SCPs of each level of the principal's organization, from the root to the account. Every level has to allow; a level
    /// without policies does not.
    /// </summary>
    public ImmutableArray<ImmutableArray<PolicyDocument>> Scps { get; init; } = [];

    /// <summary>The RCPs of every level of the resource's organization. RCPFullAWSAccess, which AWS attaches to each, need not be given.</summary>
    public ImmutableArray<PolicyDocument> Rcps { get; init; } = [];

    /// <summary>The policy of the VPC endpoint that the request goes through.</summary>
    public PolicyDocument? VpcEndpoint { get; init; }
}
