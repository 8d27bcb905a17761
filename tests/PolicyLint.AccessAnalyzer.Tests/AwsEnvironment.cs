namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>No test may find the credentials, the region or the network of the machine that it runs on.</summary>
[SetUpFixture]
public sealed class AwsEnvironment
{
    /// <summary>The file with the profiles: empty, and at one place for the whole run, for AWSSDK.Core asks for its name once.</summary>
    public static string ConfigFile { get; } = Path.GetTempFileName();

    [OneTimeSetUp]
    public void Forget_what_the_machine_has()
    {
        foreach (object? key in Environment.GetEnvironmentVariables().Keys)
        {
            if (key is string name && (name.StartsWith("AWS_", StringComparison.Ordinal) || name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)))
                Environment.SetEnvironmentVariable(name, null);
        }

        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", ConfigFile);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", $"{ConfigFile}.none");
    }

    [OneTimeTearDown]
    public void Leave_nothing() => File.Delete(ConfigFile);
}
