using System.Diagnostics;
using System.Text.Json;

namespace PolicyLint.Cli.Tests;

/// <summary>The built tool, run as a process.</summary>
public sealed class ProcessTests
{
    [TestCase("clean.json", 0)]
    [TestCase("bad.json", 1)]
    [TestCase("nowhere.json", 2)]
    [TestCase("package.json", 2)]
    public void The_exit_code_says_how_it_went(string path, int exitCode)
    {
        using Folder folder = new Folder().With("clean.json", Folder.Clean).With("bad.json", Folder.Bad).With("package.json", "{}");

        CliCall.Process(folder, "", "check", path).ExitCode.Should().Be(exitCode);
    }

    [Test]
    public void Standard_input_is_read_and_nothing_is_coloured_when_piped()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Process(folder, Folder.Bad, "check", "-");

        call.Output.Should().StartWith("-:4:17  error PL0110 invalid-effect\n").And.NotContain("\e");
        call.Error.Should().BeEmpty();
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void It_writes_the_same_bytes_as_inside_a_process_and_with_any_number_of_jobs()
    {
        using var folder = new Folder();
        for (int i = 0; i < 30; i++)
            folder.With($"p/{i}.json", i % 2 == 0 ? Folder.Bad : Folder.Clean);
        CliCall expected = CliCall.Inside(folder, "check", "--format", "json", "p/*.json");

        CliCall.Process(folder, "", "check", "--format", "json", "--jobs", "1", "p/*.json").Should().Be(expected);
        CliCall.Process(folder, "", "check", "--format", "json", "--jobs", "8", "p/*.json").Should().Be(expected);
    }

    [Test]
    public void Text_outside_ascii_is_written_as_utf8()
    {
        using Folder folder = new Folder().With("日本.json", Folder.Bad);

        CliCall.Process(folder, "", "check", "日本.json").Output.Should().StartWith("日本.json:4:17  error");
    }

    [Test]
    public void The_list_of_rules_is_json_on_standard_output()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Process(folder, "", "rules", "--format", "json");

        using JsonDocument json = JsonDocument.Parse(call.Output);
        json.RootElement.GetProperty("rules").GetArrayLength().Should().BeGreaterThan(20);
        call.ExitCode.Should().Be(0);
    }

    [Test]
    public void A_reader_that_goes_away_does_not_crash_it()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("needs a POSIX shell");
        using var folder = new Folder();
        for (int i = 0; i < 400; i++)
            folder.With($"p/{i}.json", Folder.Bad);

        string tool = Path.Combine(AppContext.BaseDirectory, "PolicyLint.Cli.dll");
        var start = new ProcessStartInfo("sh", ["-c", $"{{ dotnet exec '{tool}' check p; echo \"exit $?\" >&2; }} | head -n 1"])
        {
            WorkingDirectory = folder.FullPath,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        error.Should().Be("exit 1\n");
    }
}
