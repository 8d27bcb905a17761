using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace PolicyLint.AccessAnalyzer.Client.Protocol;

/// <summary>What the address of the service depends on.</summary>
internal sealed class AccessAnalyzerEndpointParameters : EndpointParameters
{
    public string? Region { get; private init; }

    public string? ServiceUrl { get; private init; }

    public bool UseFips { get; private init; }

    public bool UseDualStack { get; private init; }

    public static AccessAnalyzerEndpointParameters Of(IClientConfig config)
    {
        // The region first: looking for it makes AWSSDK.Core 4.1 forget an address that came from AWS_ENDPOINT_URL.
        RegionEndpoint? region = config.RegionEndpoint;
        return new()
        {
            Region = region?.SystemName ?? config.AuthenticationRegion,
            ServiceUrl = config.ServiceURL,
            UseFips = config.UseFIPSEndpoint,
            UseDualStack = config.UseDualstackEndpoint,
        };
    }
}

/// <summary>Where the service is: <c>https://access-analyzer.{region}.{suffix of the partition}</c>, or where the caller says.</summary>
internal sealed class AccessAnalyzerEndpointProvider : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var wanted = (AccessAnalyzerEndpointParameters)parameters;
        if (!string.IsNullOrEmpty(wanted.ServiceUrl))
            return new Endpoint(wanted.ServiceUrl);

        if (string.IsNullOrEmpty(wanted.Region))
            throw new AmazonClientException("No region is configured: set AWS_REGION, or the region of the profile.");

        Partition partition = Fn.Partition(wanted.Region);
        if ((wanted.UseFips && !partition.supportsFIPS) || (wanted.UseDualStack && !partition.supportsDualStack))
            throw new AmazonClientException($"The partition {partition.name} has no endpoint of the kind that is asked for.");

        // GovCloud's own address is a FIPS endpoint.
        bool isNamedFips = wanted.UseFips && (wanted.UseDualStack || partition.name != "aws-us-gov");
        string suffix = wanted.UseDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://access-analyzer{(isNamedFips ? "-fips" : "")}.{wanted.Region}.{suffix}");
    }
}

/// <summary>Has the runtime ask the provider before a request is signed.</summary>
internal sealed class AccessAnalyzerEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        AccessAnalyzerEndpointParameters.Of(requestContext.ClientConfig);

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters)
    {
    }
}
