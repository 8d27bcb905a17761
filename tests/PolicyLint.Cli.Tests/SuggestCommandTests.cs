using PolicyLint.Rules.Personas;

namespace PolicyLint.Cli.Tests;

/// <summary><c>suggest</c>.</summary>
public sealed class SuggestCommandTests
{
    private static IEnumerable<string> Names => BuiltInPersonas.All.Select(persona => persona.Name);

    [TestCaseSource(nameof(Names))]
    public void What_is_suggested_passes_the_check(string persona)
    {
        using var folder = new Folder();
        CliCall call = CliCall.Inside(folder, "suggest", "--persona", persona);
        folder.With("a.json", call.Output);

        call.ExitCode.Should().Be(0);
        CliCall.Inside(folder, "check", "a.json").ExitCode.Should().Be(0);
    }

    [Test]
    public void What_is_given_is_written_and_what_is_not_is_told()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, "suggest", "--persona", "Trainer", "--account", "123456789012", "--project", "churn", "--role", "arn:aws:iam::123456789012:role/a", "--set", "subnet=subnet-1");

        call.Output.Should().Contain("arn:aws:sagemaker:us-east-1:123456789012:training-job/churn-*").And.Contain("\"arn:aws:iam::123456789012:role/a\"").And.Contain("\"subnet-1\"").And.EndWith("}\n");
        call.Error.Should().StartWith("policylint: examples stand for what was not given, and allow nothing of yours: --set key=…, --region, --set security-group=…\npolicylint: left out on purpose: ");
    }

    [Test]
    public void The_personas_are_listed()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, "suggest", "--list");

        call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]).Should().Equal(Names);
        call.ExitCode.Should().Be(0);
    }

    [TestCase("suggest", "--persona is missing: who is the policy for? (--list lists them)")]
    [TestCase("suggest --persona boss", "no persona is called 'boss' (policylint suggest --list lists them)")]
    [TestCase("suggest --persona admin --region eu_west", "--region: 'eu_west' cannot be used: it takes small letters, digits, hyphens and dots")]
    [TestCase("suggest --persona admin --role admin", "--role: 'admin' is not the ARN of a role, such as arn:aws:iam::111122223333:role/training")]
    [TestCase("suggest --persona admin --role arn:aws:iam::123456789012:role/*", "--role: 'arn:aws:iam::123456789012:role/*' is not the ARN of a role, such as arn:aws:iam::111122223333:role/training")]
    [TestCase("suggest --persona admin --set domain", "--set: 'domain' is not NAME=VALUE")]
    [TestCase("suggest --persona admin --set dmain=x", "--set: 'dmain=x' cannot be used: there is no value of this name; there are account, bucket, domain, endpoint, key, project, region, security-group, subnet")]
    public void A_wrong_call_is_refused(string call, string message)
    {
        using var folder = new Folder();

        CliCall result = CliCall.Inside(folder, call.Split(' '));

        result.Error.Should().StartWith($"policylint: {message}\n");
        result.Output.Should().BeEmpty();
        result.ExitCode.Should().Be(2);
    }
}
