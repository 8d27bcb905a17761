using System.Text.Json;

namespace PolicyLint.Cli.Tests;

/// <summary>What the options of <c>check</c> do.</summary>
public sealed class CheckOptionTests
{
    // PL0105, an empty list, is a warning.
    private const string Warned =
        """
        { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "sagemaker:DescribeEndpoint", "Resource": [] } ] }
        """;

    [TestCase("error", 0)]
    [TestCase("warning", 1)]
    [TestCase("suggestion", 1)]
    [TestCase("never", 0)]
    [TestCase("WARNING", 1)]
    public void The_least_severity_that_fails_is_chosen(string failOn, int exitCode)
    {
        using Folder folder = new Folder().With("a.json", Warned);

        CliCall call = CliCall.Inside(folder, "check", "--fail-on", failOn, "a.json");

        call.Output.Should().Contain("warning PL0105 empty-element");
        call.ExitCode.Should().Be(exitCode);
    }

    [TestCase("AWS::S3::Bucket", 1)]
    [TestCase("aws::s3::bucket", 1)]
    [TestCase("AWS::IAM::AssumeRolePolicyDocument", 0)]
    public void The_resource_type_decides_what_a_policy_needs(string resourceType, int exitCode)
    {
        using Folder folder = new Folder().With("a.json", """
            { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" } ] }
            """);

        CliCall call = CliCall.Inside(folder, "check", "--profile", "access-analyzer", "--resource-type", resourceType, "a.json");

        call.ExitCode.Should().Be(exitCode);
        call.Output.Contains("PL2100", StringComparison.Ordinal).Should().Be(exitCode == 1);
    }

    [Test]
    public void A_policy_that_the_service_would_refuse_for_its_size_is_not_called_clean()
    {
        using Folder folder = new Folder().With("a.json", $$"""
            { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{{new string('x', 33_000)}}" } ] }
            """);

        CliCall call = CliCall.Inside(folder, "check", "--profile", "access-analyzer", "a.json");

        call.Error.Should().Contain("Access Analyzer refuses more than 32768, so the check is incomplete");
        call.ExitCode.Should().Be(3);
    }

    [TestCase("PL0105")]
    [TestCase("empty-element")]
    [TestCase("pl0105")]
    public void A_rule_is_switched_off_by_id_or_name(string rule)
    {
        using Folder folder = new Folder().With("a.json", Warned);

        CliCall call = CliCall.Inside(folder, "check", "--disable", rule, "a.json");

        call.Output.Should().StartWith("1 policy, no findings");
        call.ExitCode.Should().Be(0);
    }

    [Test]
    public void Rules_are_switched_off_one_after_another()
    {
        using Folder folder = new Folder().With("a.json", Warned).With("b.json", Folder.Bad);

        CliCall.Inside(folder, "check", "--disable", "PL0105", "--disable", "PL0110", "--disable", "PL0105").ExitCode.Should().Be(0);
    }

    [Test]
    public void The_type_is_given_or_detected()
    {
        using Folder folder = new Folder().With("a.json", Folder.Clean);

        CliCall.Inside(folder, "check", "a.json").ExitCode.Should().Be(0);
        CliCall call = CliCall.Inside(folder, "check", "--type", "resource", "a.json");

        call.Output.Should().Contain("error PL0107 missing-element").And.Contain("Principal");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void The_report_goes_to_a_file_without_colours()
    {
        using Folder folder = new Folder().With("a.json", Folder.Bad);

        CliCall call = CliCall.Inside(folder, "", ["check", "--output", "report.txt", "a.json"], isTerminal: true);

        call.Output.Should().BeEmpty();
        File.ReadAllText(folder["report.txt"]).Should().StartWith("a.json:4:17  error PL0110 ").And.Contain("1 policy, 1 error");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void A_report_that_cannot_be_written_exits_2()
    {
        using Folder folder = new Folder().With("a.json", Folder.Clean);

        CliCall call = CliCall.Inside(folder, "check", "--output", "no/such/folder/r.txt", "a.json");

        call.Error.Should().StartWith("policylint: --output: no/such/folder/r.txt cannot be written: ");
        call.ExitCode.Should().Be(2);
    }

    [TestCase(null, null, null, true, true)]
    [TestCase(null, null, null, false, false)]
    [TestCase("auto", "1", null, true, false)]
    [TestCase("auto", "", null, true, true)]
    [TestCase("auto", null, "dumb", true, false)]
    [TestCase("always", "1", null, false, true)]
    [TestCase("never", null, null, true, false)]
    public void Colours_are_for_terminals_unless_said_otherwise(string? mode, string? noColor, string? term, bool isTerminal, bool expected)
    {
        using Folder folder = new Folder().With("a.json", Folder.Bad);
        string[] args = mode is null ? ["check", "a.json"] : ["check", "--color", mode, "a.json"];

        CliCall call = CliCall.Inside(folder, "", args, name => name == "NO_COLOR" ? noColor : name == "TERM" ? term : null, isTerminal);

        call.Output.Contains('\e', StringComparison.Ordinal).Should().Be(expected);
    }

    [Test]
    public void Quiet_leaves_the_findings()
    {
        using Folder folder = new Folder().With("a.json", Folder.Bad);

        CliCall call = CliCall.Inside(folder, "check", "--quiet", "a.json");

        call.Output.Should().Contain("PL0110").And.NotContain("1 policy");
    }

    [Test]
    public void The_output_is_the_same_for_any_number_of_jobs([Values("text", "json", "msbuild")] string format)
    {
        using var folder = new Folder();
        for (int i = 0; i < 60; i++)
            folder.With($"p/{i % 7}/{i}.json", (i % 3) switch { 0 => Folder.Bad, 1 => Folder.Clean, _ => $"{{ \"Statement\": [{new string(' ', i * 50)} {{ \"Effect\"" });

        CliCall one = CliCall.Inside(folder, "check", "--format", format, "--jobs", "1", "p");

        foreach (string jobs in new[] { "2", "3", "16" })
            CliCall.Inside(folder, "check", "--format", format, "--jobs", jobs, "p").Should().Be(one);
        one.ExitCode.Should().Be(2);
        one.Output.Length.Should().BeGreaterThan(1000);
    }

    [Test]
    public void Json_is_one_object_and_tells_the_counts()
    {
        using Folder folder = new Folder().With("p/a.json", Folder.Bad).With("p/b.json", Warned).With("p/c.json", "{}");

        CliCall call = CliCall.Inside(folder, "check", "--format", "json", "p");

        using JsonDocument json = JsonDocument.Parse(call.Output);
        JsonElement summary = json.RootElement.GetProperty("summary");
        summary.ToString().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).Should().Be(
            """{"files":3,"policies":2,"skipped":1,"errors":1,"warnings":1,"suggestions":0,"suppressed":0}""");
        json.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("file").GetString()).Should().Equal("p/a.json", "p/b.json");
        json.RootElement.GetProperty("tool").GetProperty("name").GetString().Should().Be("policylint");
    }

    [Test]
    public void Json_is_an_object_even_when_nothing_could_be_checked()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, "check", "--format", "json", "nowhere.json");

        using JsonDocument json = JsonDocument.Parse(call.Output);
        json.RootElement.GetProperty("findings").GetArrayLength().Should().Be(0);
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void Hostile_names_and_policies_are_harmless_in_every_format([Values("text", "json", "msbuild")] string format)
    {
        const string Name = "::error::\e[2J\n\u202Ex.json";
        using Folder folder = new Folder()
            .With($"p/{Name}", """{ "Version": "2012-10-17", "Statement": [ { "Sid": "\u001b[31m\u202e\n::error::", "Effect": "Allow\u0007", "Action": "s3:*", "Resource": "*" } ] }""")
            .With($"p/y{Name}", "{ \"Statement\": [ { \"Effect\": \"\e[2J");

        CliCall call = CliCall.Inside(folder, "check", "--format", format, "--color", "never", "p");

        foreach (string text in new[] { call.Output, call.Error })
        {
            text.Where(character => char.IsControl(character) && character != '\n').Should().BeEmpty();
            text.Should().NotContain("\u202E");
            text.Split('\n').Should().NotContain(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        }

        call.ExitCode.Should().Be(2);
    }
}
