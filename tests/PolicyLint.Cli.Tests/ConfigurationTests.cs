using System.Text.Json;

namespace PolicyLint.Cli.Tests;

/// <summary>What a policylint.json does to <c>check</c>.</summary>
public sealed class ConfigurationTests
{
    /// <summary>PL0105, an empty list: a warning, in statement <c>Empty</c>.</summary>
    private const string Warned =
        """
        { "Version": "2012-10-17", "Statement": [ { "Sid": "Empty", "Effect": "Allow", "Action": "sagemaker:DescribeEndpoint", "Resource": [] } ] }
        """;

    private const string Suppressed =
        """{ "suppressions": [ { "rule": "PL0105", "file": "p/a.json", "sid": "Empty", "reason": "r", "expires": "2030-06-15" } ] }""";

    private static readonly FixedDay LastDay = new(2030, 6, 15);
    private static readonly FixedDay DayAfter = new(2030, 6, 16);

    private static CliCall On(FixedDay day, Folder folder, params string[] args) => CliCall.Inside(folder, "", args, time: day);

    [Test]
    public void The_nearest_configuration_holds_for_each_file()
    {
        using Folder folder = new Folder()
            .With("policylint.json", """{ "severities": { "PL0105": "off" } }""").With("p/a.json", Warned)
            .With("q/policylint.json", """{ "severities": { "PL0105": "error" } }""").With("q/r/b.json", Warned)
            .With("s/.git/x", "").With("s/c.json", Warned);

        CliCall call = CliCall.Inside(folder, "check");

        call.Output.Should().NotContain("p/a.json").And.Contain("q/r/b.json:1:132  error PL0105").And.Contain("s/c.json:1:132  warning PL0105");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void A_configuration_above_the_current_folder_holds_too()
    {
        using Folder folder = new Folder().With("policylint.json", """{ "severities": { "PL0105": "off" } }""").With("p/a.json", Warned);
        using Folder elsewhere = new Folder().With("policylint.json", """{ "files": [ { "glob": "x", "typ": 1 } ] }""").With("a.json", Warned);

        CliCall.Inside(folder, "check", folder["p/a.json"]).ExitCode.Should().Be(0);
        CliCall call = CliCall.Inside(folder, "check", elsewhere["a.json"]);

        call.Error.Should().Be($"policylint: {elsewhere["policylint.json"]}:1:29: unknown key `typ`; did you mean `type`?\n");
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void One_configuration_is_given_for_all_or_none()
    {
        using Folder folder = new Folder()
            .With("policylint.json", """{ "severities": { "PL0105": "off" } }""").With("p/a.json", Warned)
            .With("strict/my.json", """{ "severities": { "PL0105": "error" }, "files": [ { "glob": "p/a.json", "profile": "hardened" } ] }""");

        CliCall.Inside(folder, "check", "p").ExitCode.Should().Be(0);
        CliCall.Inside(folder, "check", "--no-config", "p").Output.Should().Contain("warning PL0105");
        CliCall.Inside(folder, "check", "--config", "strict/my.json", "p").Output.Should().Contain("error PL0105");
        CliCall.Inside(folder, "config", "show", "--config", "strict/my.json", "p/a.json").Output.Should().Contain("profile        hardened               strict/my.json:1:84");
    }

    [TestCase("check --config nowhere.json", "nowhere.json: no such file")]
    [TestCase("check --config policylint.json --no-config", "--config and --no-config exclude each other")]
    [TestCase("check --baseline nowhere.json", "nowhere.json: no such file: `policylint baseline write` makes it")]
    [TestCase("check --baseline policylint.json", "policylint.json:1:1: a baseline needs a `schemaVersion`")]
    public void A_call_that_names_a_wrong_file_is_refused(string call, string message)
    {
        using Folder folder = new Folder().With("policylint.json", """{ "findings": [] }""").With("a.json", Folder.Clean);

        CliCall result = CliCall.Inside(folder, call.Split(' '));

        result.Error.Split('\n')[0].Should().Be($"policylint: {message}");
        result.Output.Should().BeEmpty();
        result.ExitCode.Should().Be(2);
    }

    [Test]
    public void What_is_wrong_is_told_once_and_other_files_are_checked()
    {
        using Folder folder = new Folder()
            .With("p/policylint.json", """{ "profle": "hardened" }""").With("p/a.json", Warned).With("p/b.json", Warned).With("q/c.json", Warned);

        CliCall call = CliCall.Inside(folder, "check");

        call.Error.Should().Be("policylint: p/policylint.json:1:3: unknown key `profle`; did you mean `profile`?\n");
        call.Output.Should().Contain("q/c.json").And.NotContain("p/a.json");
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void The_call_wins_over_a_file_and_a_file_over_the_rest()
    {
        using Folder folder = new Folder().With("a.json", Warned).With("policylint.json", """
            { "profile": "hardened", "failOn": "error", "severities": { "PL0105": "warning" }, "files": [ { "glob": "a.json", "profile": "access-analyzer", "type": "resource" } ] }
            """);

        CliCall.Inside(folder, "check", "a.json").ExitCode.Should().Be(1);
        CliCall.Inside(folder, "check", "a.json").Output.Should().Contain("Principal");
        CliCall.Inside(folder, "check", "--type", "identity", "a.json").ExitCode.Should().Be(0);
        CliCall.Inside(folder, "check", "--type", "identity", "--fail-on", "warning", "a.json").ExitCode.Should().Be(1);
        CliCall.Inside(folder, "check", "--type", "identity", "--fail-on", "warning", "--disable", "PL0105", "a.json").ExitCode.Should().Be(0);
    }

    [Test]
    public void Each_configuration_fails_on_its_own_threshold()
    {
        using Folder folder = new Folder().With("p/policylint.json", """{ "failOn": "error" }""").With("p/a.json", Warned).With("q/a.json", Folder.Clean);

        CliCall.Inside(folder, "check").ExitCode.Should().Be(0);
        CliCall.Inside(folder.With("q/a.json", Warned), "check").ExitCode.Should().Be(1);
    }

    [Test]
    public void Excluded_files_are_not_checked()
    {
        using Folder folder = new Folder().With("policylint.json", """{ "files": [ { "glob": "old/", "exclude": true } ] }""").With("old/a.json", Folder.Bad).With("b.json", Folder.Clean);

        CliCall whole = CliCall.Inside(folder, "check");

        whole.Output.Should().StartWith("1 policy, no findings, 1 file skipped that is no policy (");
        whole.ExitCode.Should().Be(0);
        CliCall.Inside(folder, "check", "old").Should().Be(new CliCall(0, "", "policylint: old: not checked, all of it is excluded\n"));
        CliCall.Inside(folder, "check", "old/a.json").Error.Should().Be("policylint: old/a.json: not checked, policylint.json excludes it\n");
    }

    [Test]
    public void A_suppression_holds_until_its_day_is_over()
    {
        using Folder folder = new Folder().With("policylint.json", Suppressed).With("p/a.json", Warned);

        CliCall before = On(LastDay, folder, "check");
        CliCall after = On(DayAfter, folder, "check");

        before.Output.Should().StartWith("1 policy, no findings, 1 suppressed");
        before.ExitCode.Should().Be(0);
        after.Output.Should().Contain("p/a.json:1:132  warning PL0105").And.Contain("policylint.json:1:21  warning PL0040 expired-suppression")
            .And.Contain("1 policy, 2 warnings");
        after.ExitCode.Should().Be(1);
    }

    [Test]
    public void What_is_suppressed_is_counted_for_programs()
    {
        using Folder folder = new Folder().With("policylint.json", Suppressed).With("p/a.json", Warned);

        using JsonDocument json = JsonDocument.Parse(On(LastDay, folder, "check", "--format", "json").Output);

        json.RootElement.GetProperty("summary").GetProperty("suppressed").GetInt32().Should().Be(1);
        json.RootElement.GetProperty("summary").GetProperty("warnings").GetInt32().Should().Be(0);
        json.RootElement.GetProperty("findings").GetArrayLength().Should().Be(0);
    }

    // A run over some files knows nothing of the others; a rule that does not run finds nothing.
    [TestCase("p/a.json", "check", true)]
    [TestCase("p/a.json", "check p/a.json", true)]
    [TestCase("p/a.json", "check p/b.json", false)]
    [TestCase("p/*.json", "check p/b.json", false)]
    [TestCase("p/*.json", "check p", false)]
    [TestCase("p/*.json", "check .", true)]
    [TestCase("gone/*.json", "check .", true)]
    [TestCase("gone.json", "check p", false)]
    [TestCase("p/a.json", "check --disable PL0105", false)]
    [TestCase("gone.json", "check --disable PL0105", false)]
    [TestCase("p/a.json", "check --profile access-analyzer", false)]
    public void A_suppression_is_called_unused_where_all_was_looked_at(string file, string call, bool isTold)
    {
        using Folder folder = new Folder()
            .With("policylint.json", $$"""{ "suppressions": [ { "rule": "PL0105", "file": "{{file}}", "reason": "r" } ] }""")
            .With("p/a.json", Folder.Clean).With("p/b.json", Folder.Clean);

        CliCall result = CliCall.Inside(folder, call.Split(' '));

        result.Output.Contains("policylint.json:1:21  suggestion PL0041 unused-suppression", StringComparison.Ordinal).Should().Be(isTold);
        result.Output.Should().Contain(call.Contains('/', StringComparison.Ordinal) ? "1 policy" : "2 policies");
        result.ExitCode.Should().Be(0);
    }

    [Test]
    public void A_rule_of_ones_own_runs()
    {
        using Folder folder = new Folder().With("a.json", Folder.Clean).With("policylint.json", """
            { "customRules": [ { "id": "ACME0001", "name": "no-endpoints", "severity": "error", "message": "No endpoints\u001b[2J", "actions": ["sagemaker:DescribeEndpoint"] } ] }
            """);

        CliCall call = CliCall.Inside(folder, "check");

        call.Output.Should().Contain("a.json:3:49  error ACME0001 no-endpoints").And.Contain("No endpoints\\u001B[2J").And.NotContain("\e");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void A_rule_of_ones_own_is_explained_and_switched_off_by_name()
    {
        using Folder folder = new Folder().With("a.json", Folder.Clean).With("policylint.json", """
            {
              "customRules": [
                { "id": "ACME0001", "name": "no-endpoints", "message": "No endpoints", "actions": ["sagemaker:DescribeEndpoint"], "why": "They cost.\u001b[2J", "remedy": "Ask us." },
                { "id": "ACME0002", "name": "no-keys", "message": "No keys", "actions": ["kms:*"], "helpUri": "https://example.com/keys" }
              ]
            }
            """);

        CliCall.Inside(folder, "explain", "no-endpoints").Output.Should().Be("""
            ACME0001 no-endpoints
            No endpoints.

              severity    warning
              applies to  identity, resource, trust, vpc-endpoint
              profile     default

            Why
              They cost.\u001B[2J

            Do
              Ask us.

            """.ReplaceLineEndings("\n"));
        CliCall.Inside(folder, "explain", "ACME0002").Output.Should().EndWith("More\n  https://example.com/keys\n");
        CliCall.Inside(folder, "explain", "no-kyes").Error.Should().StartWith("policylint: no rule is called 'no-kyes'; did you mean no-keys?");
        CliCall.Inside(folder, "check", "--disable", "no-endpoints").ExitCode.Should().Be(0);
        CliCall.Inside(folder, "check").ExitCode.Should().Be(1);
    }

    [Test]
    public void Standard_input_is_configured_by_the_current_folder()
    {
        using Folder folder = new Folder().With("policylint.json", """{ "severities": { "PL0105": "off" } }""");

        CliCall.Inside(folder, Warned, ["check", "-"]).ExitCode.Should().Be(0);
        CliCall.Inside(folder, Warned, ["check", "--no-config", "-"]).ExitCode.Should().Be(1);
    }

    [Test]
    public void The_output_is_the_same_for_any_number_of_jobs()
    {
        using Folder folder = new Folder().With("policylint.json", """{ "suppressions": [ { "rule": "PL0105", "file": "p/1*/", "reason": "r" }, { "rule": "PL0110", "reason": "r" } ] }""");
        for (int i = 0; i < 40; i++)
            folder.With($"p/{i}/a.json", i % 2 == 0 ? Warned : Folder.Clean).With($"p/{i % 5}/policylint.json", """{ "failOn": "error" }""");

        CliCall one = CliCall.Inside(folder, "check", "--jobs", "1");

        CliCall.Inside(folder, "check", "--jobs", "4").Should().Be(one);
        one.Output.Should().Contain("PL0041").And.Contain("suppressed");
    }
}
