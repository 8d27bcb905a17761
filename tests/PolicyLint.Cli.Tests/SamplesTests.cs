using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using PolicyLint.TestKit;

namespace PolicyLint.Cli.Tests;

/// <summary>The samples run, and their pages tell the truth about them.</summary>
public sealed partial class SamplesTests
{
    private static readonly Lazy<CliCall> Library = new(RunLibrary);

    private static IEnumerable<TestCaseData> Commands =>
        from command in CommandForm().Matches(File.ReadAllText(Repository.PathOf("samples", "policies", "README.md")))
        select new TestCaseData(command.Groups["arguments"].Value, int.Parse(command.Groups["exit"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));

    [Test]
    public void The_program_refuses_everything_and_accepts_what_is_needed()
    {
        CliCall run = Library.Value;

        run.Error.Should().BeEmpty();
        string[] lines = run.Output.Split('\n');
        lines[0].Should().StartWith("ml-users.json:4:37 error PL3002 sagemaker-full-access: ");
        lines[1..3].Should().SatisfyRespectively(
            line => line.Should().StartWith("    do: "),
            line => line.Should().Be("    more: https://github.com/policylint/policylint/blob/main/docs/rules/PL3002.md"));
        lines[3..6].Should().Equal("Refused: nothing was created.", "", "Accepted. Here the program would call iam:CreatePolicy with");
        PolicyDocument accepted = PolicyDocument.Parse(lines[6]);
        accepted.Problems.Should().BeEmpty();
        accepted.Statements.Select(statement => statement.Sid!.Value).Should().Equal("RunTrainingOfTheFraudTeam", "ListHasNoNarrowerResource", "RunItAsTheTrainingRole");
        lines[7..].Should().Equal("");
        run.ExitCode.Should().Be(0);
    }

    [Test]
    public void The_page_of_the_program_shows_what_it_prints() =>
        File.ReadAllText(Repository.PathOf("samples", "library", "README.md")).ReplaceLineEndings("\n")
            .Should().Contain($"```text\n{Library.Value.Output}```\n", because: "what the page shows is what `dotnet run --project samples/library` prints");

    [TestCaseSource(nameof(Commands))]
    public void A_command_of_the_page_exits_as_it_says(string arguments, int exitCode)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal { Input = Stream.Null, Output = output, Error = error, WorkingDirectory = Repository.Root };

        int exit = new Application(terminal).Run([.. arguments.Split(' ').Select(argument => argument.Trim('\''))]);

        exit.Should().Be(exitCode, "it said {0}{1}", Encoding.UTF8.GetString(output.ToArray()), error);
        output.Length.Should().BePositive();
    }

    [Test]
    public void Every_line_that_runs_the_command_is_tried() =>
        Commands.Count().Should().Be(File.ReadLines(Repository.PathOf("samples", "policies", "README.md")).Count(line => line.StartsWith("dotnet run", StringComparison.Ordinal)))
            .And.BePositive();

    [Test]
    public void The_page_names_every_policy()
    {
        string page = File.ReadAllText(Repository.PathOf("samples", "policies", "README.md"));

        string[] policies = [.. Directory.EnumerateFiles(Repository.PathOf("samples", "policies"), "*.json").Select(path => Path.GetFileName(path))];
        policies.Should().HaveCountGreaterThanOrEqualTo(6).And.AllSatisfy(name => page.Should().Contain($"| [{name}]({name}) |"));
    }

    [GeneratedRegex(@"^dotnet run --project src/PolicyLint\.Cli -- (?<arguments>\S.*?) +# exits with (?<exit>\d)\r?$", RegexOptions.Multiline)]
    private static partial Regex CommandForm();

    private static CliCall RunLibrary()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "LibrarySample.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliCall(process.ExitCode, output.ReplaceLineEndings("\n"), error.Result);
    }
}
