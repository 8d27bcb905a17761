namespace PolicyLint.Evaluation;

/// <summary>
/// What is asked of AWS: may this principal do this action on this resource, now. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-reqcontext.html">the request context</see>.
/// </summary>
public sealed record AccessRequest
{
    /// <summary>The action, <c>service:Name</c>, without wildcards; case is ignored.</summary>
    public required string Action { get; init; }

    /// <summary>
    /// The ARN of the resource. With <c>*</c> or <c>?</c> it stands for every resource that matches, and the decision is
    /// <see cref="AccessDecision.Undetermined"/> where these differ. For an action without resource-level permission it is
    /// <c>*</c>, whatever is written here.
    /// </summary>
    public string Resource { get; init; } = "*";

    /// <summary>
    /// The account that owns the resource. Null for the one in the ARN, and where the ARN has none (a bucket) for the principal's.
    /// </summary>
    public string? ResourceAccount { get; init; }

    /// <summary>Who asks.</summary>
    public RequestPrincipal Principal { get; init; } = RequestPrincipal.Unspecified;

    /// <summary>
    /// The keys of the request. Those that AWS always fills in follow from principal and resource, unless given:
    /// <c>aws:PrincipalArn</c>, <c>aws:PrincipalAccount</c>, <c>aws:PrincipalType</c>, <c>aws:PrincipalIsAWSService</c>,
    /// <c>aws:PrincipalServiceName</c>, <c>aws:username</c>, <c>aws:ResourceAccount</c>.
    /// </summary>
    public RequestContext Context { get; init; } = RequestContext.Empty;
}
