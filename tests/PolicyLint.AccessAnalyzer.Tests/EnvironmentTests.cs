using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using PolicyLint.AccessAnalyzer.Client;
using PolicyLint.AccessAnalyzer.Client.Protocol;
using PolicyLint.AccessAnalyzer.Tests.FakeService;

namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>What the environment says, as for any of AWS's own tools.</summary>
[NonParallelizable]
public sealed class EnvironmentTests
{
    private readonly Dictionary<string, string?> _before = [];

    [TearDown]
    public void PutBack()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);

        _before.Clear();
        File.WriteAllText(AwsEnvironment.ConfigFile, "");
        ForgetWhatWasRead();
    }

    [TestCase("AWS_ENDPOINT_URL")]
    [TestCase("AWS_ENDPOINT_URL_ACCESSANALYZER")]
    public async Task The_address_the_region_and_the_credentials_come_from_variables(string address)
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.NoFindings);
        Set(address, service.Address);
        Set("AWS_REGION", FakeAccessAnalyzer.Known.Region);
        Set("AWS_ACCESS_KEY_ID", FakeAccessAnalyzer.Known.KeyId);
        Set("AWS_SECRET_ACCESS_KEY", FakeAccessAnalyzer.Known.SecretKey);

        await AskAsync();

        service.Problems.Should().BeEmpty();
        service.Requests.Should().HaveCount(1);
    }

    [Test]
    public async Task The_address_of_this_service_wins_over_that_of_all()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.NoFindings);
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        Set("AWS_ENDPOINT_URL_ACCESSANALYZER", service.Address);
        Set("AWS_REGION", FakeAccessAnalyzer.Known.Region);
        Set("AWS_ACCESS_KEY_ID", FakeAccessAnalyzer.Known.KeyId);
        Set("AWS_SECRET_ACCESS_KEY", FakeAccessAnalyzer.Known.SecretKey);

        await AskAsync();

        service.Problems.Should().BeEmpty();
        service.Requests.Should().HaveCount(1);
    }

    [Test]
    public async Task A_session_token_in_the_environment_is_used()
    {
        Identity identity = FakeAccessAnalyzer.Known with { SessionToken = "the-token" };
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(_ => Reply.NoFindings, identity);
        Set("AWS_ENDPOINT_URL", service.Address);
        Set("AWS_REGION", identity.Region);
        Set("AWS_ACCESS_KEY_ID", identity.KeyId);
        Set("AWS_SECRET_ACCESS_KEY", identity.SecretKey);
        Set("AWS_SESSION_TOKEN", identity.SessionToken!);

        await AskAsync();

        service.Problems.Should().BeEmpty();
        service.Requests.Should().HaveCount(1);
    }

    [Test]
    public async Task A_profile_has_all_of_it()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.NoFindings);
        await File.WriteAllTextAsync(AwsEnvironment.ConfigFile, $"""
            [profile linter]
            region = {FakeAccessAnalyzer.Known.Region}
            endpoint_url = {service.Address}
            aws_access_key_id = {FakeAccessAnalyzer.Known.KeyId}
            aws_secret_access_key = {FakeAccessAnalyzer.Known.SecretKey}
            """);
        Set("AWS_PROFILE", "linter");

        await AskAsync();

        service.Problems.Should().BeEmpty();
        service.Requests.Should().HaveCount(1);
    }

    [TestCase("role_arn = arn:aws:iam::111122223333:role/x\nsource_profile = base")]
    [TestCase("sso_session = s\nsso_account_id = 111122223333\nsso_role_name = r")]
    public async Task A_profile_that_needs_another_package_says_so(string profile)
    {
        await File.WriteAllTextAsync(AwsEnvironment.ConfigFile, $"""
            [profile linter]
            region = eu-west-1
            {profile}
            [profile base]
            aws_access_key_id = a
            aws_secret_access_key = b
            [sso-session s]
            sso_region = eu-west-1
            sso_start_url = https://example.awsapps.com/start
            """);
        Set("AWS_PROFILE", "linter");
        ForgetWhatWasRead();
        using var service = new AccessAnalyzerService();
        using var pass = new AccessAnalyzerPass(service);

        ConfirmedResult confirmed = await pass.ConfirmAsync(PolicyLinter.Default.Lint("{}"));

        confirmed.Gaps.Should().ContainSingle().Which.Reason.Should().StartWith("the profile needs AWSSDK.SSO, AWSSDK.SSOOIDC or AWSSDK.SecurityToken");
    }

    [TestCase("eu-west-1", false, false, "https://access-analyzer.eu-west-1.amazonaws.com")]
    [TestCase("eu-west-1", false, true, "https://access-analyzer.eu-west-1.api.aws")]
    [TestCase("us-east-1", true, false, "https://access-analyzer-fips.us-east-1.amazonaws.com")]
    [TestCase("us-east-1", true, true, "https://access-analyzer-fips.us-east-1.api.aws")]
    [TestCase("us-gov-west-1", true, false, "https://access-analyzer.us-gov-west-1.amazonaws.com")]
    [TestCase("cn-north-1", false, false, "https://access-analyzer.cn-north-1.amazonaws.com.cn")]
    public void Each_region_has_its_address(string region, bool fips, bool dualStack, string address)
    {
        var config = new AmazonAccessAnalyzerConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };

        config.EndpointProvider.ResolveEndpoint(AccessAnalyzerEndpointParameters.Of(config)).URL.Should().Be(address);
    }

    private static async Task AskAsync()
    {
        ForgetWhatWasRead();
        using var service = new AccessAnalyzerService();
        await service.ValidateAsync(new ValidationQuestion("{}", "IDENTITY_POLICY", null), CancellationToken.None);
    }

    // AWSSDK.Core reads profiles once.
    private static void ForgetWhatWasRead()
    {
        FallbackInternalConfigurationFactory.Reset();
        FallbackRegionFactory.Reset();
    }

    private void Set(string name, string value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
