using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using PolicyLint.AccessAnalyzer.Client.Protocol;

namespace PolicyLint.AccessAnalyzer.Client;

/// <summary>
/// The settings of a client. What is not set comes from where AWS's own tools look:
/// <c>AWS_REGION</c>, <c>AWS_PROFILE</c>, <c>AWS_ENDPOINT_URL_ACCESSANALYZER</c>, <c>AWS_ENDPOINT_URL</c>, <c>AWS_MAX_ATTEMPTS</c>,
/// the shared configuration files. See
/// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">the settings reference</see>.
/// </summary>
public sealed class AmazonAccessAnalyzerConfig : ClientConfig
{
    internal const string ServiceName = "AccessAnalyzer";
    internal const string SigningName = "access-analyzer";

    private static readonly string OwnUserAgent = InternalSDKUtils.BuildUserAgentString(ServiceName, typeof(AmazonAccessAnalyzerConfig).Assembly.GetName().Version?.ToString(3) ?? "0");

    /// <summary>Settings as the environment gives them.</summary>
    public AmazonAccessAnalyzerConfig()
        : base(new DefaultConfigurationProvider(ClientDefaults.All))
    {
        ServiceId = ServiceName;
        AuthenticationServiceName = SigningName;
        EndpointProvider = new AccessAnalyzerEndpointProvider();
        HttpClientFactory = new BufferedHttpClientFactory();
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => SigningName;

    /// <inheritdoc/>
    public override string ServiceVersion => "2019-11-01";

    /// <inheritdoc/>
    public override string UserAgent => OwnUserAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(AccessAnalyzerEndpointParameters.Of(this));
}
