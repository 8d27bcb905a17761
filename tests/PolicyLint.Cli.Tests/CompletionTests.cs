using System.Diagnostics;
using PolicyLint.Cli.Completion;

namespace PolicyLint.Cli.Tests;

/// <summary><c>complete</c> and the scripts of <c>completion</c>.</summary>
public sealed class CompletionTests
{
    [TestCase("ch", "check")]
    [TestCase("con", "config")]
    [TestCase("check --fo", "--format")]
    [TestCase("check --fail-on ", "error never suggestion warning")]
    [TestCase("check --format j", "json")]
    [TestCase("check policies/ --type s", "scp")]
    [TestCase("check --resource-type AWS::S3::B", "AWS::S3::Bucket")]
    [TestCase("check --disable sagemaker-full", "sagemaker-full-access")]
    [TestCase("explain PL3002", "PL3002")]
    [TestCase("config ", "show verify")]
    [TestCase("help exi", "exit-codes")]
    [TestCase("completion ", "bash fish pwsh zsh")]
    public void The_words_that_may_come_next_are_listed(string typed, string words)
    {
        using var folder = new Folder();

        string word = typed[(typed.LastIndexOf(' ') + 1)..];

        CliCall call = CliCall.Inside(folder, "complete", "--", typed);

        call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Contain(words.Split(' '))
            .And.OnlyContain(offered => offered.StartsWith(word, StringComparison.Ordinal));
        call.Error.Should().BeEmpty();
        call.ExitCode.Should().Be(0);
    }

    [TestCase("check ", Description = "files come next")]
    [TestCase("check --config ", Description = "a file comes next")]
    [TestCase("check --account ")]
    [TestCase("check poli")]
    public void The_shell_is_left_to_complete_files(string typed)
    {
        using var folder = new Folder();

        CliCall.Inside(folder, "complete", "--", typed).Should().Be(new CliCall(0, "", ""));
    }

    [Test]
    public void Every_visible_command_is_offered_and_no_hidden_one()
    {
        using var folder = new Folder();

        string[] words = CliCall.Inside(folder, "complete", "--", "").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        words.Should().Contain(["check", "completion", "explain", "help"]).And.NotContain("complete").And.OnlyContain(word => char.IsAsciiLetter(word[0]));
    }

    [Test]
    public void Each_shell_has_a_script_that_asks_the_command()
    {
        using var folder = new Folder();

        ShellScripts.Shells.Should().Equal("bash", "zsh", "fish", "pwsh");
        foreach (string shell in ShellScripts.Shells)
            CliCall.Inside(folder, "completion", shell).Output.Should().Contain("policylint complete -- ").And.EndWith("\n").And.NotContain("\r");
    }

    [Test]
    public void An_unknown_shell_is_refused()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, "completion", "csh");

        call.Error.Should().Contain("csh");
        call.ExitCode.Should().Be(2);
    }

    // The shell's own machinery is what is tested: the function gets what the shell would set, and leaves what it would show.
    [TestCase("policylint che", "check")]
    [TestCase("policylint check --type vpc", "vpc-endpoint")]
    [TestCase("policylint check --resource-type AWS::S3::B", "Bucket")]
    [TestCase("policylint check ", "")]
    public void Bash_completes(string line, string expected)
    {
        using Folder folder = CommandOnPath();
        string script = $$"""
            eval "$(policylint completion bash)"
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            _policylint
            printf '%s' "${COMPREPLY[*]}"
            """;

        Shell("bash", folder, script).Should().Be(expected);
    }

    [TestCase("policylint che", "check")]
    [TestCase("policylint check --type vpc", "vpc-endpoint")]
    public void Fish_completes(string line, string expected)
    {
        using Folder folder = CommandOnPath();

        Shell("fish", folder, $"policylint completion fish | source; complete -C '{line}'").TrimEnd('\n').Should().Be(expected);
    }

    [Test]
    public void Zsh_completes()
    {
        using Folder folder = CommandOnPath();
        const string Script = """
            compdef() { :; }
            compadd() { print -r -- ${(P)2}; }
            _files() { print FILES; }
            eval "$(policylint completion zsh)"
            words=(policylint check --type vpc) CURRENT=4; _policylint
            words=(policylint check '') CURRENT=3; _policylint
            """;

        Shell("zsh", folder, Script).Should().Be("vpc-endpoint\nFILES\n");
    }

    private static Folder CommandOnPath() => new Folder().WithCommand("bin/policylint");

    private static string Shell(string shell, Folder folder, string script)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists($"/usr/bin/{shell}"))
            Assert.Ignore($"{shell} is not installed");

        var start = new ProcessStartInfo($"/usr/bin/{shell}", ["-c", script]) { WorkingDirectory = folder.FullPath, RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["HOME"] = folder.FullPath;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
