using PolicyLint.Cli.Commands;
using PolicyLint.Configuration;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Tests;

/// <summary><c>config show</c>, <c>config verify</c> and <c>init</c>.</summary>
public sealed class ConfigCommandTests
{
    [Test]
    public void What_holds_for_a_file_is_shown_with_its_place()
    {
        using Folder folder = new Folder().With("policylint.json", """
            {
              "profile": "hardened",
              "severities": { "PL3002": "warning", "maintainability": "off" },
              "files": [
                { "glob": "**", "type": "identity" },
                { "glob": "scps/*.json", "type": "scp", "profile": "default" }
              ],
              "customRules": [ { "id": "ACME0001", "name": "no-kms", "message": "M", "actions": ["kms:*"] } ],
              "suppressions": [
                { "rule": "PL1001", "file": "scps/a.json", "sid": "One", "reason": "\u202Eknown", "expires": "2030-12-31" },
                { "rule": "PL1001", "file": "other.json", "reason": "not here" }
              ]
            }
            """);

        CliCall.Inside(folder, "config", "show", "scps/a.json").Should().Be(new CliCall(0, """
            configured in policylint.json

            profile        default                policylint.json:6:56
            failOn         warning                by default
            catalog        built in               by default
            accounts.home  not said               by default
            type           scp                    policylint.json:6:38
            resourceType   not said               by default
            exclude        false                  by default

            files that it is one of
              **  (policylint.json:5:5)
              scps/*.json  (policylint.json:6:5)

            severities
              PL3002: warning  (policylint.json:3:19)
              maintainability: off  (policylint.json:3:40)

            customRules
              ACME0001 no-kms: warning

            suppressions for it
              PL1001 admin-wildcard file `scps/a.json` sid `One` expires `2030-12-31`: \u202Eknown  (policylint.json:10:5)

            """.ReplaceLineEndings("\n"), ""));
    }

    [Test]
    public void Without_a_configuration_all_holds_by_default()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, "config", "show", "a.json");

        call.Output.Should().StartWith("no configuration is found: all holds by default\n\nprofile        default                by default\n");
        call.ExitCode.Should().Be(0);
    }

    [Test]
    public void A_folder_is_shown_with_its_own_configuration()
    {
        using Folder folder = new Folder().With("q/policylint.json", """{ "failOn": "never" }""");

        CliCall.Inside(folder, "config", "show", "q").Output.Should().Contain("configured in q/policylint.json").And.Contain("failOn         never                  q/policylint.json:1:13");
        CliCall.Inside(folder, "config", "show").Output.Should().StartWith("no configuration");
        CliCall.Inside(folder, "config", "show", "--no-config", "q").Output.Should().StartWith("no configuration");
    }

    [TestCase("config verify", "policylint.json")]
    [TestCase("config verify policylint.json", "policylint.json")]
    [TestCase("config verify q/other.json", "q/other.json")]
    public void A_configuration_without_problems_is_called_so(string call, string file)
    {
        using Folder folder = new Folder().With("policylint.json", "{}").With("q/other.json", "{ /* nothing */ }");

        CliCall.Inside(folder, call.Split(' ')).Should().Be(new CliCall(0, $"Nothing is wrong with {file}\n", ""));
    }

    [TestCase("config verify")]
    [TestCase("config show")]
    public void Problems_are_told_with_line_and_column(string call)
    {
        using Folder folder = new Folder().With("policylint.json", "{\n  \"profile\": \"strict\",\n  \"failsOn\": \"error\"\n}");

        CliCall.Inside(folder, call.Split(' ')).Should().Be(new CliCall(2, "", """
            policylint: policylint.json:2:14: `profile`: `strict` is none of default, hardened, access-analyzer
            policylint: policylint.json:3:3: unknown key `failsOn`; did you mean `failOn`?

            """.ReplaceLineEndings("\n")));
    }

    [TestCase("config verify nowhere.json", "nowhere.json: no such file")]
    [TestCase("config verify", "there is no policylint.json here or above: `policylint init` writes one")]
    [TestCase("config shwo", "unknown command 'shwo'; did you mean show?")]
    [TestCase("baseline write --profle hardened", "unknown option --profle; did you mean --profile?")]
    public void A_wrong_call_gets_a_message(string call, string message)
    {
        using var folder = new Folder();

        CliCall result = CliCall.Inside(folder, call.Split(' '));

        result.Error.Split('\n')[0].Should().Be($"policylint: {message}");
        result.ExitCode.Should().Be(2);
    }

    [TestCase("config", "show <PATH>")]
    [TestCase("baseline", "write <PATH>")]
    public void A_group_of_commands_alone_gets_help_on_standard_error(string call, string command)
    {
        using var folder = new Folder();

        CliCall result = CliCall.Inside(folder, call);

        result.Error.Should().Contain(command);
        result.Output.Should().BeEmpty();
        result.ExitCode.Should().Be(2);
    }

    [Test]
    public void Init_writes_a_start_that_is_valid_and_changes_nothing()
    {
        using Folder folder = new Folder().With("a.json", Folder.Bad);
        string before = CliCall.Inside(folder, "check", "a.json").Output;

        CliCall.Inside(folder, "init").Should().Be(new CliCall(0, "", "policylint: policylint.json is written: `policylint config show` tells what holds\n"));

        CliCall.Inside(folder, "config", "verify").ExitCode.Should().Be(0);
        CliCall.Inside(folder, "check", "a.json").Output.Should().Be(before);
        CliCall.Inside(folder, "check").Output.Should().Contain("PL0110");
    }

    [Test]
    public void Init_overwrites_nothing()
    {
        using Folder folder = new Folder().With("policylint.json", "mine");

        CliCall.Inside(folder, "init").Should().Be(new CliCall(2, "", "policylint: policylint.json is there already and stays as it is\n"));

        File.ReadAllText(folder["policylint.json"]).Should().Be("mine");
    }

    // Every line that is commented out is an example.
    [Test]
    public void What_init_shows_in_comments_is_valid_too()
    {
        string[] lines = InitCommand.Start.Split('\n');
        IEnumerable<string> uncommented = lines.Select(line => line.TrimStart() is ['/', '/', ' ', '"' or '{' or '}' or ' ', ..] trimmed && !trimmed.Contains("adds guardrails", StringComparison.Ordinal) ? trimmed[3..] : line);
        string text = string.Join('\n', uncommented);

        LintConfiguration configuration = LintConfiguration.Parse(SourceText.From(text), BuiltInRules.All);

        configuration.Problems.Should().BeEmpty();
        configuration.HomeAccount.Should().NotBeNull();
        (configuration.Severities.Length, configuration.Files.Length, configuration.Suppressions.Length, configuration.CustomRules.Length).Should().Be((2, 2, 1, 1));
    }
}
