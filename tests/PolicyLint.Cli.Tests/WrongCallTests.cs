namespace PolicyLint.Cli.Tests;

/// <summary>Calls that are wrong: a message on standard error, nothing on standard output, exit code 2.</summary>
public sealed class WrongCallTests
{
    [TestCase("chekc", "unknown command 'chekc'; did you mean check?")]
    [TestCase("frobnicate", "unknown command 'frobnicate'")]
    [TestCase("check --fromat json a.json", "unknown option --fromat; did you mean --format?")]
    [TestCase("check -x", "unknown option -x")]
    [TestCase("--verison", "unknown option --verison; did you mean --version?")]
    [TestCase("check --format jsno a.json", "--format: 'jsno' is none of text, json, msbuild, sarif, junit, github, html, markdown; did you mean json?")]
    [TestCase("check --type identty a.json", "--type: 'identty' is none of identity, resource, trust, scp, rcp, boundary, vpc-endpoint; did you mean identity?")]
    [TestCase("check --resource-type AWS::S3::Buckt a.json", "--resource-type: 'AWS::S3::Buckt' is none of AWS::S3::Bucket, AWS::S3::AccessPoint, AWS::S3::MultiRegionAccessPoint, AWS::S3ObjectLambda::AccessPoint, AWS::IAM::AssumeRolePolicyDocument, AWS::DynamoDB::Table; did you mean AWS::S3::Bucket?")]
    [TestCase("check --type identity --resource-type AWS::S3::Bucket a.json", "--resource-type AWS::S3::Bucket: its policies are of --type resource, not identity")]
    [TestCase("check --account 1111 a.json", "--account 1111: an account has 12 digits")]
    [TestCase("check --profile strict a.json", "--profile: 'strict' is none of default, hardened, access-analyzer")]
    [TestCase("check --fail-on errors a.json", "--fail-on: 'errors' is none of error, warning, suggestion, never; did you mean error?")]
    [TestCase("check --disable PL01O5 a.json", "no rule is called 'PL01O5'; did you mean PL0105? (policylint rules lists them)")]
    [TestCase("check --jobs 0 a.json", "--jobs: '0' is not a whole number from 1 to 256")]
    [TestCase("check --jobs -3 a.json", "unknown option -3")]
    [TestCase("check --jobs many a.json", "--jobs: 'many' is not a whole number from 1 to 256")]
    [TestCase("explain invalid-jsno", "no rule is called 'invalid-jsno'; did you mean invalid-json? (policylint rules lists them)")]
    [TestCase("rules all", "unexpected argument 'all'")]
    [TestCase("rules --format msbuild", "--format: 'msbuild' is none of text, json")]
    public void A_wrong_call_gets_a_message(string call, string message)
    {
        using var folder = new Folder();

        CliCall result = CliCall.Inside(folder, call.Split(' '));

        result.Error.Split('\n')[0].Should().Be($"policylint: {message}");
        result.Error.Split('\n')[1].Should().StartWith("Try: policylint").And.EndWith("--help");
        result.Output.Should().BeEmpty();
        result.ExitCode.Should().Be(2);
    }

    [TestCase("explain", "RULE")]
    [TestCase("expand", "PATTERN")]
    [TestCase("check --format", "--format")]
    [TestCase("check --config", "--config")]
    [TestCase("check --account", "--account")]
    [TestCase("check --type", "--type")]
    public void What_is_missing_is_named(string call, string missing)
    {
        using var folder = new Folder();

        CliCall result = CliCall.Inside(folder, call.Split(' '));

        result.Error.Should().StartWith("policylint: ").And.Contain(missing);
        result.Output.Should().BeEmpty();
        result.ExitCode.Should().Be(2);
    }

    [Test]
    public void A_call_without_a_command_gets_help_on_standard_error()
    {
        using var folder = new Folder();

        CliCall result = CliCall.Inside(folder);

        result.Error.Should().Contain("Usage:").And.Contain("check <PATH>");
        result.Output.Should().BeEmpty();
        result.ExitCode.Should().Be(2);
    }
}
