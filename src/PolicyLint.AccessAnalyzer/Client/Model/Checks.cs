using Amazon.Runtime;

namespace PolicyLint.AccessAnalyzer.Client.Model;

/// <summary>
/// Asks whether a policy allows what another one does not. See
/// <see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoNewAccess.html">CheckNoNewAccess</see>.
/// </summary>
public sealed class CheckNoNewAccessRequest : AmazonWebServiceRequest
{
    /// <summary>The policy in question, as JSON text. Required.</summary>
    public string? NewPolicyDocument { get; set; }

    /// <summary>The policy that it is held against, as JSON text. Required.</summary>
    public string? ExistingPolicyDocument { get; set; }

    /// <summary>The type of both. Required.</summary>
    public AccessCheckPolicyType? PolicyType { get; set; }
}

/// <summary>The answer to <see cref="CheckNoNewAccessRequest"/>.</summary>
public sealed class CheckNoNewAccessResponse : AmazonWebServiceResponse
{
    /// <summary>Whether nothing new is allowed.</summary>
    public CheckNoNewAccessResult? Result { get; set; }

    /// <summary>The result in a sentence.</summary>
    public string? Message { get; set; }

    /// <summary>A statement that is to blame; the service names one, though there may be several.</summary>
    public List<ReasonSummary>? Reasons { get; set; }
}

/// <summary>
/// Asks whether a policy allows any of the given actions or resources. See
/// <see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckAccessNotGranted.html">CheckAccessNotGranted</see>.
/// </summary>
public sealed class CheckAccessNotGrantedRequest : AmazonWebServiceRequest
{
    /// <summary>The policy, as JSON text. Required.</summary>
    public string? PolicyDocument { get; set; }

    /// <summary>What should not be allowed; the service takes one. Required.</summary>
    public List<Access>? Access { get; set; }

    /// <summary>The type of policy. Required.</summary>
    public AccessCheckPolicyType? PolicyType { get; set; }
}

/// <summary>Actions, resources, or actions on resources.</summary>
public sealed class Access
{
    /// <summary>The most actions, and the most resources, that the service takes.</summary>
    public const int MaxEntries = 100;

    /// <summary>The actions; null for any.</summary>
    public List<string>? Actions { get; set; }

    /// <summary>The ARNs of the resources, with wildcards in their last part only; null for any.</summary>
    public List<string>? Resources { get; set; }
}

/// <summary>The answer to <see cref="CheckAccessNotGrantedRequest"/>.</summary>
public sealed class CheckAccessNotGrantedResponse : AmazonWebServiceResponse
{
    /// <summary>Whether nothing of it is allowed.</summary>
    public CheckAccessNotGrantedResult? Result { get; set; }

    /// <summary>The result in a sentence.</summary>
    public string? Message { get; set; }

    /// <summary>A statement that is to blame; the service names one, though there may be several.</summary>
    public List<ReasonSummary>? Reasons { get; set; }
}

/// <summary>
/// Asks whether a policy opens a type of resource to the public. See
/// <see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoPublicAccess.html">CheckNoPublicAccess</see>.
/// </summary>
public sealed class CheckNoPublicAccessRequest : AmazonWebServiceRequest
{
    /// <summary>The policy, as JSON text. Required.</summary>
    public string? PolicyDocument { get; set; }

    /// <summary>What it is attached to. Required.</summary>
    public AccessCheckResourceType? ResourceType { get; set; }
}

/// <summary>The answer to <see cref="CheckNoPublicAccessRequest"/>.</summary>
public sealed class CheckNoPublicAccessResponse : AmazonWebServiceResponse
{
    /// <summary>Whether the public gets nothing.</summary>
    public CheckNoPublicAccessResult? Result { get; set; }

    /// <summary>The result in a sentence.</summary>
    public string? Message { get; set; }

    /// <summary>A statement that is to blame; the service names one, though there may be several.</summary>
    public List<ReasonSummary>? Reasons { get; set; }
}

/// <summary>A statement that is to blame.</summary>
public sealed class ReasonSummary
{
    /// <summary>In a sentence.</summary>
    public string? Description { get; set; }

    /// <summary>Its place in the policy, from 0.</summary>
    public int? StatementIndex { get; set; }

    /// <summary>Its Sid, where it has one.</summary>
    public string? StatementId { get; set; }
}
