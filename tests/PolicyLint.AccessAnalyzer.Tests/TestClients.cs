using Amazon.Runtime;
using PolicyLint.AccessAnalyzer.Client;
using PolicyLint.AccessAnalyzer.Tests.FakeService;

namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>Clients that ask the fake service.</summary>
internal static class TestClients
{
    public static AmazonAccessAnalyzerConfig ConfigFor(FakeAccessAnalyzer service, int retries = 0) => new()
    {
        ServiceURL = service.Address,
        AuthenticationRegion = FakeAccessAnalyzer.Known.Region,
        UseHttp = true,
        MaxErrorRetry = retries,
    };

    public static AmazonAccessAnalyzerClient ClientFor(FakeAccessAnalyzer service, int retries = 0, AWSCredentials? credentials = null) =>
        new(credentials ?? new BasicAWSCredentials(FakeAccessAnalyzer.Known.KeyId, FakeAccessAnalyzer.Known.SecretKey), ConfigFor(service, retries));
}
