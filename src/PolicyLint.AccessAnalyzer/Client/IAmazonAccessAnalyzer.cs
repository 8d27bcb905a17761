using PolicyLint.AccessAnalyzer.Client.Model;

namespace PolicyLint.AccessAnalyzer.Client;

/// <summary>
/// The four operations of AWS IAM Access Analyzer that judge a policy document, under the names of the package
/// AWSSDK.AccessAnalyzer. None of them needs an analyzer in the account. See
/// <see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/Welcome.html">the API reference</see>.
/// </summary>
public interface IAmazonAccessAnalyzer : IDisposable
{
    /// <summary>The settings that the client works with.</summary>
    Amazon.Runtime.IClientConfig Config { get; }

    /// <summary>Asks what is wrong with a policy: one page of findings.</summary>
    /// <exception cref="AmazonAccessAnalyzerException">The service refused or failed.</exception>
    Task<ValidatePolicyResponse> ValidatePolicyAsync(ValidatePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks whether a policy allows what another one does not.</summary>
    /// <exception cref="AmazonAccessAnalyzerException">The service refused or failed.</exception>
    Task<CheckNoNewAccessResponse> CheckNoNewAccessAsync(CheckNoNewAccessRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks whether a policy allows any of the given actions or resources.</summary>
    /// <exception cref="AmazonAccessAnalyzerException">The service refused or failed.</exception>
    Task<CheckAccessNotGrantedResponse> CheckAccessNotGrantedAsync(CheckAccessNotGrantedRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks whether a policy opens a type of resource to the public.</summary>
    /// <exception cref="AmazonAccessAnalyzerException">The service refused or failed.</exception>
    Task<CheckNoPublicAccessResponse> CheckNoPublicAccessAsync(CheckNoPublicAccessRequest request, CancellationToken cancellationToken = default);
}
