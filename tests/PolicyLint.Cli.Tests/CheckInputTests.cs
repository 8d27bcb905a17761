using System.Text;

namespace PolicyLint.Cli.Tests;

/// <summary>What <c>check</c> does with the PATHs it is given.</summary>
public sealed class CheckInputTests
{
    [Test]
    public void A_clean_policy_exits_0()
    {
        using Folder folder = new Folder().With("a.json", Folder.Clean);

        CliCall call = CliCall.Inside(folder, "check", "a.json");

        call.Error.Should().BeEmpty();
        call.Output.Should().MatchRegex(@"^1 policy, no findings \(catalogue of \d{4}-\d\d-\d\d\)\n$");
        call.ExitCode.Should().Be(0);
    }

    [Test]
    public void A_finding_exits_1_and_is_named_as_the_file_was()
    {
        using Folder folder = new Folder().With("sub/a.json", Folder.Bad);

        CliCall call = CliCall.Inside(folder, "check", "./sub/../sub/a.json");

        call.Output.Should().StartWith("./sub/../sub/a.json:4:17  error PL0110 invalid-effect\n");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void A_missing_file_exits_2_and_the_others_are_still_checked()
    {
        using Folder folder = new Folder().With("a.json", Folder.Bad);

        CliCall call = CliCall.Inside(folder, "check", "nowhere.json", "a.json");

        call.Error.Should().Be("policylint: nowhere.json: no such file or folder\n");
        call.Output.Should().Contain("a.json:4:17  error");
        call.ExitCode.Should().Be(2);
    }

    [TestCase("{\"name\": \"x\"}", "PL0020")]
    [TestCase("[]", "PL0020")]
    [TestCase("", "PL0018")]
    [TestCase("{\"Statement\": [", "PL0010")]
    public void A_named_file_that_is_no_policy_exits_2(string content, string rule)
    {
        using Folder folder = new Folder().With("a.json", content);

        CliCall call = CliCall.Inside(folder, "check", "a.json");

        call.Output.Should().Contain($"error {rule} ");
        call.Error.Should().Be("policylint: a.json: cannot be read as a policy\n");
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void Switching_the_findings_off_does_not_make_an_unreadable_file_clean()
    {
        using Folder folder = new Folder().With("a.json", "[]");

        CliCall.Inside(folder, "check", "--disable", "PL0020", "--fail-on", "never", "a.json").ExitCode.Should().Be(2);
    }

    [Test]
    public void In_a_folder_other_json_is_skipped_and_counted()
    {
        using Folder folder = new Folder().With("p/a.json", Folder.Clean).With("p/package.json", "{\"name\": \"x\"}").With("p/b.txt", "no");

        CliCall call = CliCall.Inside(folder, "check", "p");

        call.Output.Should().StartWith("1 policy, no findings, 1 file skipped that is no policy (");
        call.Error.Should().BeEmpty();
        call.ExitCode.Should().Be(0);
    }

    [Test]
    public void In_a_folder_broken_json_that_was_meant_as_a_policy_is_reported()
    {
        using Folder folder = new Folder().With("p/a.json", Folder.Clean).With("p/b.json", "{ \"Statement\": [ { \"Effect\": \"Allow\" ").With("p/c.json", "{ broken");

        CliCall call = CliCall.Inside(folder, "check", "p");

        call.Output.Should().Contain("p/b.json:1:").And.NotContain("p/c.json").And.Contain("1 file skipped");
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void In_a_folder_a_utf16_policy_is_reported()
    {
        using Folder folder = new Folder().With("p/a.json", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Folder.Clean)]);

        CliCall call = CliCall.Inside(folder, "check", "p");

        call.Output.Should().Contain("p/a.json:1:1  error PL0011 invalid-encoding");
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void Folders_are_walked_in_the_order_of_names_without_hidden_and_built_ones()
    {
        using var folder = new Folder();
        foreach (string path in new[] { "b/z.json", "b/a.JSON", "a.json", "B.json", ".git/x.json", "bin/x.json", "obj/x.json", "web/node_modules/x.json", ".x.json", "c/.hidden/x.json" })
            folder.With(path, Folder.Bad);

        CliCall call = CliCall.Inside(folder, "check", "--format", "msbuild");

        Files(call).Should().Equal("B.json", "a.json", "b/a.JSON", "b/z.json");
    }

    [Test]
    public void A_hidden_folder_that_is_named_is_walked()
    {
        using Folder folder = new Folder().With(".policies/a.json", Folder.Bad);

        Files(CliCall.Inside(folder, "check", "--format", "msbuild", ".policies/")).Should().Equal(".policies/a.json");
    }

    [Test]
    public void A_link_to_a_folder_above_does_not_make_the_walk_endless()
    {
        using Folder folder = new Folder().With("p/a.json", Folder.Bad);
        Directory.CreateSymbolicLink(folder["p/loop"], folder["p"]);

        Files(CliCall.Inside(folder, "check", "--format", "msbuild", "p")).Should().Equal("p/a.json");
    }

    [Test]
    public void A_file_that_two_arguments_lead_to_is_checked_once()
    {
        using Folder folder = new Folder().With("p/a.json", Folder.Bad).With("p/b.json", Folder.Bad);

        Files(CliCall.Inside(folder, "check", "--format", "msbuild", "p/b.json", "p", "p/*.json")).Should().Equal("p/b.json", "p/a.json");
    }

    [Test]
    public void A_file_that_is_also_named_has_to_be_a_policy()
    {
        using Folder folder = new Folder().With("p/a.json", "{}").With("p/b.json", Folder.Clean);

        CliCall.Inside(folder, "check", "p").ExitCode.Should().Be(0);
        CliCall.Inside(folder, "check", "p", "p/a.json").ExitCode.Should().Be(2);
    }

    [TestCase("p/*.json", "p/a.json")]
    [TestCase("p/**/*.json", "p/a.json p/q/b.json p/q/r/c.json")]
    [TestCase("**/?.json", "p/a.json p/q/b.json p/q/r/c.json")]
    [TestCase("./p/**/r/*", "p/q/r/c.json")]
    [TestCase("*/q/*", "p/q/b.json")]
    [TestCase("p/**/q/**", "p/q/b.json p/q/r/c.json")]
    [TestCase("p/**/**/b.json", "p/q/b.json")]
    [TestCase("p/*/b.iam", "p/q/b.iam")]
    public void Patterns_are_expanded(string pattern, string expected)
    {
        using Folder folder = new Folder().With("p/a.json", Folder.Bad).With("p/q/b.json", Folder.Bad).With("p/q/r/c.json", Folder.Bad).With("p/.h/d.json", Folder.Bad);
        if (expected.EndsWith(".iam", StringComparison.Ordinal))
            folder.With(expected, Folder.Bad);

        Files(CliCall.Inside(folder, "check", "--format", "msbuild", pattern)).Should().Equal(expected.Split(' '));
    }

    [Test]
    public void A_pattern_with_a_full_path_is_expanded()
    {
        using Folder folder = new Folder().With("p/a.json", Folder.Bad);

        Files(CliCall.Inside(folder, "check", "--format", "msbuild", folder["p/*.json"])).Should().Equal(folder["p/a.json"].Replace('\\', '/'));
    }

    [Test]
    public void A_pattern_that_matches_nothing_exits_2()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, "check", "p/**/*.json");

        call.Error.Should().Be("policylint: p/**/*.json: matches no file\n");
        call.Output.Should().BeEmpty();
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void A_folder_without_policies_exits_2()
    {
        using Folder folder = new Folder().With("p/a.json", "{}").With("p/b.json", "[]").With("q/x.txt", "");

        CliCall call = CliCall.Inside(folder, "check", "p", "q");

        call.Error.Should().Be("policylint: p: no policy in it (2 files looked at)\npolicylint: q: no JSON or YAML file in it\n");
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void Standard_input_is_a_policy_called_dash()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, Folder.Bad, ["check", "-"]);

        call.Output.Should().StartWith("-:4:17  error PL0110 ");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void Standard_input_can_be_mixed_with_files_and_is_read_once()
    {
        using Folder folder = new Folder().With("a.json", Folder.Bad);

        Files(CliCall.Inside(folder, Folder.Bad, ["check", "--format", "msbuild", "-", "a.json", "-"])).Should().Equal("-", "a.json");
    }

    [Test]
    public void Empty_standard_input_exits_2()
    {
        using var folder = new Folder();

        CliCall.Inside(folder, "", ["check", "-"]).ExitCode.Should().Be(2);
    }

    [Test]
    public void An_unreadable_file_exits_2()
    {
        using Folder folder = new Folder().With("p/a.json", Folder.Bad);
        File.CreateSymbolicLink(folder["p/gone.json"], folder["nowhere.json"]);

        CliCall call = CliCall.Inside(folder, "check", "p");

        call.Error.Should().Be("policylint: p/gone.json: it is no longer there\n");
        call.Output.Should().Contain("p/a.json:4:17  error");
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void A_path_after_two_dashes_may_start_with_a_dash()
    {
        using Folder folder = new Folder().With("-a.json", Folder.Bad);

        Files(CliCall.Inside(folder, "check", "--format", "msbuild", "--", "-a.json")).Should().Equal("-a.json");
    }

    [Test]
    public void A_path_that_starts_with_an_at_sign_is_a_path()
    {
        using Folder folder = new Folder().With("@a.json", Folder.Bad);

        Files(CliCall.Inside(folder, "check", "--format", "msbuild", "@a.json")).Should().Equal("@a.json");
    }

    [Test]
    public void An_empty_path_exits_2()
    {
        using Folder folder = new Folder().With("a.json", Folder.Clean);

        CliCall call = CliCall.Inside(folder, "check", "");

        call.Error.Should().Be("policylint: a PATH is empty\n");
        call.ExitCode.Should().Be(2);
    }

    private static string[] Files(CliCall call) =>
        [.. call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf('(', StringComparison.Ordinal)]).Distinct()];
}
