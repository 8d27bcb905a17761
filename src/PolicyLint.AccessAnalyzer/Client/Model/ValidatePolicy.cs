using Amazon.Runtime;

namespace PolicyLint.AccessAnalyzer.Client.Model;

/// <summary>
/// Asks what is wrong with a policy. See
/// <see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html">ValidatePolicy</see>.
/// </summary>
public sealed class ValidatePolicyRequest : AmazonWebServiceRequest
{
    /// <summary>The policy, as JSON text. Required.</summary>
    public string? PolicyDocument { get; set; }

    /// <summary>The type of policy. Required.</summary>
    public PolicyType? PolicyType { get; set; }

    /// <summary>What a resource policy is attached to; only with <see cref="PolicyType.RESOURCE_POLICY"/>.</summary>
    public ValidatePolicyResourceType? ValidatePolicyResourceType { get; set; }

    /// <summary>The language of the details; null for English.</summary>
    public Locale? Locale { get; set; }

    /// <summary>The most findings that one page may have; null leaves that to the service.</summary>
    public int? MaxResults { get; set; }

    /// <summary>What the page before ended with; null for the first page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>A page of findings.</summary>
public sealed class ValidatePolicyResponse : AmazonWebServiceResponse
{
    /// <summary>The findings of this page.</summary>
    public List<ValidatePolicyFinding>? Findings { get; set; }

    /// <summary>What to ask the next page with; null on the last one.</summary>
    public string? NextToken { get; set; }
}

/// <summary>One thing that is wrong with a policy.</summary>
public sealed class ValidatePolicyFinding
{
    /// <summary>What is wrong, in a sentence or two. May repeat parts of the policy.</summary>
    public string? FindingDetails { get; set; }

    /// <summary>How much it weighs.</summary>
    public ValidatePolicyFindingType? FindingType { get; set; }

    /// <summary>What it is a case of: <c>PASS_ROLE_WITH_STAR_IN_RESOURCE</c>.</summary>
    public string? IssueCode { get; set; }

    /// <summary>The address of the page about it.</summary>
    public string? LearnMoreLink { get; set; }

    /// <summary>Where it is.</summary>
    public List<Location>? Locations { get; set; }
}
