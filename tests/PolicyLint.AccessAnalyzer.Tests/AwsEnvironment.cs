namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>No test may find the credentials, the region or the network of the machine that it runs on.</summary>
[SetUpFixture]
public sealed class AwsEnvironment
{
    [OneTimeSetUp]
    public void Forget_what_the_machine_has()
    {
        foreach (object? key in Environment.GetEnvironmentVariables().Keys)
        {
            if (key is string name && (name.StartsWith("AWS_", StringComparison.Ordinal) || name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)))
                Environment.SetEnvironmentVariable(name, null);
        }

        string nowhere = Path.Combine(Path.GetTempPath(), "policylint-no-such-file");
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", nowhere);
    }
}
