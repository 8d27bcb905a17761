using Amazon.Runtime;
using Amazon.Runtime.Internal;
using PolicyLint.AccessAnalyzer.Client.Model;
using PolicyLint.AccessAnalyzer.Client.Protocol;

namespace PolicyLint.AccessAnalyzer.Client;

/// <summary>
/// A client of AWS IAM Access Analyzer over AWSSDK.Core, which brings the credentials chain, Signature Version 4, retries,
/// endpoint variables, clock skew correction and proxies. Serves any number of threads: make one and keep it.
/// </summary>
public sealed class AmazonAccessAnalyzerClient : AmazonServiceClient, IAmazonAccessAnalyzer
{
    private static readonly ServiceIdentity Identity = new();

    /// <summary>A client with the credentials and the region that the environment, a profile or the machine gives.</summary>
    /// <exception cref="AmazonClientException">No region is configured.</exception>
    public AmazonAccessAnalyzerClient()
        : this(new AmazonAccessAnalyzerConfig())
    {
    }

    /// <summary>A client with the credentials that the environment, a profile or the machine gives.</summary>
    /// <exception cref="AmazonClientException">No region is configured.</exception>
    public AmazonAccessAnalyzerClient(AmazonAccessAnalyzerConfig config)
        : base(config)
    {
    }

    /// <summary>A client with given credentials.</summary>
    /// <exception cref="AmazonClientException">No region is configured.</exception>
    public AmazonAccessAnalyzerClient(AWSCredentials credentials, AmazonAccessAnalyzerConfig config)
        : base(credentials, config)
    {
    }

    /// <inheritdoc/>
    public Task<ValidatePolicyResponse> ValidatePolicyAsync(ValidatePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ValidatePolicyOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    public Task<CheckNoNewAccessResponse> CheckNoNewAccessAsync(CheckNoNewAccessRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(CheckNoNewAccessOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    public Task<CheckAccessNotGrantedResponse> CheckAccessNotGrantedAsync(CheckAccessNotGrantedRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(CheckAccessNotGrantedOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    public Task<CheckNoPublicAccessResponse> CheckNoPublicAccessAsync(CheckNoPublicAccessRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(CheckNoPublicAccessOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Identity;

    // What the service answers may quote the policy.
    /// <inheritdoc/>
    protected override bool SupportResponseLogging => false;

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<Amazon.Runtime.Internal.EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AccessAnalyzerEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigningChoice());
    }

    private Task<TResponse> CallAsync<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new()
    {
        ArgumentNullException.ThrowIfNull(request);
        return InvokeAsync<TResponse>(request, new InvokeOptions { RequestMarshaller = operation, ResponseUnmarshaller = operation }, cancellationToken);
    }

    private sealed class ServiceIdentity : IServiceMetadata
    {
        public string ServiceId => AmazonAccessAnalyzerConfig.ServiceName;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
