using System.Runtime.Versioning;
using System.Text;

namespace PolicyLint.Cli.Tests;

/// <summary><c>fix</c>.</summary>
public sealed class FixCommandTests
{
    private const string Redundant = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": [
                "s3:GetObject",
                "s3:getobject"
              ],
              "Resource": "arn:aws:s3:::data/*"
            }
          ]
        }
        """;

    private const string Patch = """
        --- a/a.json
        +++ b/a.json
        @@ -4,8 +4,7 @@
             {
               "Effect": "Allow",
               "Action": [
        -        "s3:GetObject",
        -        "s3:getobject"
        +        "s3:GetObject"
               ],
               "Resource": "arn:aws:s3:::data/*"
             }

        """;

    private const string FullAccess = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sagemaker:*","Resource":"*"}]}""";

    private static readonly string Mended = Redundant.Replace("\"s3:GetObject\",\n        \"s3:getobject\"", "\"s3:GetObject\"", StringComparison.Ordinal);

    [TestCase("fix", "a.json")]
    [TestCase("fix", "--diff", "a.json")]
    [TestCase("fix", "--rule", "redundant-action", "a.json")]
    public void Without_write_the_patch_is_shown_and_the_exit_code_is_1(params string[] args)
    {
        using Folder folder = new Folder().With("a.json", Redundant);

        CliCall call = CliCall.Inside(folder, args);

        call.Output.Should().Be(Patch);
        call.Error.Should().Contain("policylint: a.json: redundant-action: Take out `s3:getobject`, which another value of the list holds already\n");
        call.ExitCode.Should().Be(1);
        File.ReadAllText(folder["a.json"]).Should().Be(Redundant);
    }

    [Test]
    public void With_write_the_file_is_written_and_the_exit_code_is_0()
    {
        using Folder folder = new Folder().With("a.json", Redundant);

        CliCall call = CliCall.Inside(folder, "fix", "--write", ".");

        call.Output.Should().BeEmpty();
        call.Error.Should().Contain("a.json: redundant-action:");
        call.ExitCode.Should().Be(0);
        File.ReadAllText(folder["a.json"]).Should().Be(Mended);
        Directory.GetFiles(folder.FullPath).Should().HaveCount(1, "no draft is left behind");
        CliCall.Inside(folder, "fix", ".").Should().Be(new CliCall(0, "", ""));
    }

    [Test]
    public void With_write_and_diff_both_happen()
    {
        using Folder folder = new Folder().With("a.json", Redundant);

        CliCall.Inside(folder, "fix", "--write", "--diff", "a.json").Output.Should().Be(Patch);
        File.ReadAllText(folder["a.json"]).Should().Be(Mended);
    }

    [Test]
    public void Nothing_to_fix_says_nothing()
    {
        using Folder folder = new Folder().With("a.json", Folder.Clean);

        CliCall.Inside(folder, "fix", "a.json").Should().Be(new CliCall(0, "", ""));
    }

    [Test]
    public void Standard_input_is_fixed_on_its_way()
    {
        using var folder = new Folder();

        CliCall.Inside(folder, Redundant, ["fix", "--write", "-"]).Output.Should().Be(Mended);
        CliCall.Inside(folder, Mended, ["fix", "--write", "-"]).Output.Should().Be(Mended);
        CliCall.Inside(folder, Redundant, ["fix", "-"]).ExitCode.Should().Be(1);
    }

    [TestCase("{ \"Statement\": [")]
    [TestCase("[]")]
    [TestCase("")]
    public void What_cannot_be_read_stays_as_it_is_and_the_others_are_fixed(string broken)
    {
        using Folder folder = new Folder().With("a.json", broken).With("b.json", Redundant);

        CliCall call = CliCall.Inside(folder, "fix", "--write", "a.json", "b.json", "nowhere.json");

        call.ExitCode.Should().Be(2);
        call.Error.Should().Contain("a.json: cannot be read as a policy, so it stays as it is").And.Contain("nowhere.json: no such file");
        File.ReadAllText(folder["a.json"]).Should().Be(broken);
        File.ReadAllText(folder["b.json"]).Should().Be(Mended);
    }

    [Test]
    public void What_changes_what_is_granted_is_only_told_of()
    {
        using Folder folder = new Folder().With("a.json", FullAccess);

        CliCall call = CliCall.Inside(folder, "fix", "a.json");

        call.ExitCode.Should().Be(0);
        call.Output.Should().BeEmpty();
        call.Error.Should().Be("policylint: a.json: 1 more fix would change what is granted, --unsafe makes it\n");
    }

    [Test]
    public void Asked_for_it_is_made_for_the_account_and_the_persona()
    {
        using Folder folder = new Folder().With("a.json", FullAccess);

        CliCall call = CliCall.Inside(
            folder, "fix", "--write", "--unsafe", "--persona", "endpoint-invoker", "--account", "123456789012", "--region", "eu-west-1", "--project", "churn", "--set", "endpoint=churn-live", "--set", "bucket=b", "a.json");

        call.ExitCode.Should().Be(0);
        call.Error.Should().Be("policylint: a.json: sagemaker-full-access: Leave of `sagemaker:*` what the persona endpoint-invoker needs\n");
        File.ReadAllText(folder["a.json"]).Should().Contain("arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn-live").And.NotContain("sagemaker:*\"");
        CliCall.Inside(folder, "check", "a.json").ExitCode.Should().Be(0);
    }

    [Test]
    public void A_byte_order_mark_that_is_not_to_be_fixed_stays()
    {
        using Folder folder = new Folder().With("a.json", Encoding.UTF8.GetBytes("\uFEFF" + Redundant));

        CliCall.Inside(folder, "fix", "--write", "--rule", "redundant-action", "a.json").ExitCode.Should().Be(0);

        File.ReadAllBytes(folder["a.json"]).Should().Equal(Encoding.UTF8.GetBytes("\uFEFF" + Mended));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public void A_link_stays_a_link_and_a_file_keeps_its_permissions()
    {
        using Folder folder = new Folder().With("real/a.json", Redundant);
        File.SetUnixFileMode(folder["real/a.json"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(folder["a.json"], folder["real/a.json"]);

        CliCall.Inside(folder, "fix", "--write", "a.json").ExitCode.Should().Be(0);

        new FileInfo(folder["a.json"]).LinkTarget.Should().Be(folder["real/a.json"]);
        File.ReadAllText(folder["real/a.json"]).Should().Be(Mended);
        File.GetUnixFileMode(folder["real/a.json"]).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Test]
    public void At_a_terminal_text_of_the_policy_does_no_harm()
    {
        using Folder folder = new Folder().With("a.json", Redundant.Replace("data", "\u202Edata", StringComparison.Ordinal));

        CliCall.Inside(folder, "", ["fix", "a.json"], isTerminal: true).Output.Should().Contain("\\u202Edata").And.NotContain("\u202E");
    }

    [Test]
    public void In_json_a_finding_tells_whether_it_can_be_fixed()
    {
        using Folder folder = new Folder().With("a.json", FullAccess).With("b.json", Folder.Bad);

        CliCall.Inside(folder, "check", "--format", "json", "a.json").Output.Should().Contain("\"fixable\": true");
        CliCall.Inside(folder, "check", "--format", "json", "b.json").Output.Should().Contain("\"fixable\": false").And.NotContain("\"fixable\": true");
    }

    [TestCase("fix --rule redundant-acton a.json", "no rule and no fix is called 'redundant-acton'; did you mean redundant-action?")]
    [TestCase("fix --persona data-sientist a.json", "no persona is called 'data-sientist'; did you mean data-scientist? (policylint suggest --list lists them)")]
    [TestCase("fix --account 12 a.json", "--account: '12' cannot be used: an account has twelve digits")]
    public void A_wrong_call_is_refused(string call, string message)
    {
        using var folder = new Folder();

        CliCall result = CliCall.Inside(folder, call.Split(' '));

        result.Error.Should().StartWith($"policylint: {message}\n");
        result.ExitCode.Should().Be(2);
    }
}
