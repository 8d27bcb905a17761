using System.Text;
using PolicyLint.Analysis;
using PolicyLint.Cli.Checking;
using PolicyLint.Cli.Configuration;
using PolicyLint.Configuration;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Tests;

/// <summary>A run with rules made for the test.</summary>
public sealed class CheckRunTests
{
    [Test]
    public void A_rule_that_fails_makes_the_run_incomplete_and_exits_3()
    {
        using Folder folder = new Folder().With("a.json", Folder.Clean).With("b.json", Folder.Bad);

        (ExitCode exit, string output, string error) = Run(folder, new FailingRule(), new CheckSettings { Paths = ["a.json", "nowhere", "b.json"] });

        exit.Should().Be(ExitCode.Incomplete);
        output.Should().Contain("error PL0001 rule-failed").And.Contain("error PL0110 invalid-effect");
        error.Should().Contain("policylint: a.json: a rule failed, so the check is incomplete\n").And.Contain("nowhere: no such file");
    }

    [Test]
    public void A_failing_rule_cannot_be_waved_through()
    {
        using Folder folder = new Folder().With("a.json", Folder.Clean);

        Run(folder, new FailingRule(), new CheckSettings { Paths = ["a.json"], FailOn = FailOn.Never }).Exit.Should().Be(ExitCode.Incomplete);
    }

    [TestCase(Severity.Suggestion, FailOn.Never, 0)]
    [TestCase(Severity.Suggestion, FailOn.Suggestion, 1)]
    [TestCase(Severity.Suggestion, FailOn.Warning, 0)]
    [TestCase(Severity.Warning, FailOn.Warning, 1)]
    [TestCase(Severity.Warning, FailOn.Error, 0)]
    [TestCase(Severity.Error, FailOn.Error, 1)]
    [TestCase(Severity.Error, FailOn.Never, 0)]
    public void The_exit_code_depends_on_the_severities(Severity severity, FailOn failOn, int expected)
    {
        using Folder folder = new Folder().With("a.json", Folder.Clean);

        Run(folder, new AlwaysRule(severity), new CheckSettings { Paths = ["a.json"], FailOn = failOn }).Exit.Should().Be((ExitCode)expected);
    }

    [Test]
    public void A_defect_on_one_input_leaves_the_others_and_exits_3()
    {
        using Folder folder = new Folder().With("a.json", Folder.Bad);

        (ExitCode exit, string output, string error) = Run(folder, new AlwaysRule(Severity.Warning), new CheckSettings { Paths = ["-", "a.json"] }, input: new DefectiveStream());

        exit.Should().Be(ExitCode.Incomplete);
        output.Should().Contain("a.json:4:17  error PL0110");
        error.Should().Be("policylint: -: not checked, policylint failed on it with InvalidOperationException: a defect\n");
    }

    [Test]
    public void Output_that_cannot_be_written_exits_2()
    {
        using Folder folder = new Folder().With("a.json", Folder.Bad);
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Input = Stream.Null, Output = new FullStream(), Error = error, WorkingDirectory = folder.FullPath };

        foreach (string format in new[] { "text", "json", "msbuild" })
            new Application(terminal).Run(["check", "--format", format, "a.json"]).Should().Be(2);

        error.ToString().Should().StartWith("policylint: the output cannot be written: No space left\n");
    }

    [Test]
    public void Progress_is_shown_after_a_second_only_at_a_terminal_and_taken_away_before_anything_else()
    {
        using Folder folder = new Folder().With("p/a.json", Folder.Clean).With("p/b.json", Folder.Clean).With("p/c.json", Folder.Clean);
        var settings = new CheckSettings { Paths = ["p"] };

        Run(folder, new AlwaysRule(Severity.Error), settings, isTerminal: true, secondsEachCall: 0.8).Error
            .Should().Be("\r2 of 3 files checked\e[K\r\e[K\r3 of 3 files checked\e[K\r\e[K");
        Run(folder, new AlwaysRule(Severity.Error), settings, isTerminal: true, secondsEachCall: 0.1).Error.Should().BeEmpty();
        Run(folder, new AlwaysRule(Severity.Error), settings, isTerminal: false, secondsEachCall: 10).Error.Should().BeEmpty();
        Run(folder, new AlwaysRule(Severity.Error), settings with { ShowsProgress = false }, isTerminal: true, secondsEachCall: 10).Error.Should().BeEmpty();
        Run(folder, new AlwaysRule(Severity.Error), settings with { IsQuiet = true }, isTerminal: true, secondsEachCall: 10).Error.Should().BeEmpty();
    }

    private static (ExitCode Exit, string Output, string Error) Run(Folder folder, Rule rule, CheckSettings settings, bool isTerminal = false, double secondsEachCall = 0, Stream? input = null)
    {
        using var stream = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Input = input ?? Stream.Null,
            Output = stream,
            Error = error,
            WorkingDirectory = folder.FullPath,
            IsErrorTerminal = isTerminal,
            Time = new SteppingTime(TimeSpan.FromSeconds(secondsEachCall)),
        };
        ExitCode exit;
        using (ReportOutput output = ReportOutput.Open(terminal, settings, PolicyLint.Catalog.ServiceCatalog.Default))
        {
            var plans = new CheckPlans(ConfigurationFiles.Of(folder.FullPath, file: null, isOff: true), settings) { Rules = [rule] };
            exit = new CheckRun(terminal, plans, Screening.ForCheck(terminal, settings), witness: null, settings, output).Run();
        }

        return (exit, Encoding.UTF8.GetString(stream.ToArray()), error.ToString());
    }

    private static RuleDescriptor Describe(Severity severity) => new()
    {
        Id = "XX0001",
        Name = "of-the-test",
        Category = RuleCategory.Security,
        Title = "t",
        Why = "w",
        Remedy = "r",
        Sources = [],
        DefaultSeverity = severity,
    };

    private sealed class AlwaysRule(Severity severity) : PolicyRule(Describe(severity))
    {
        public override void CheckPolicy(PolicyAccess policy, RuleContext context) => context.Report(policy.Document, "Found");
    }

    private sealed class FailingRule() : PolicyRule(Describe(Severity.Warning))
    {
        public override void CheckPolicy(PolicyAccess policy, RuleContext context) => throw new InvalidOperationException("a defect");
    }

    private sealed class DefectiveStream : MemoryStream
    {
        public override void CopyTo(Stream destination, int bufferSize) => throw new InvalidOperationException("a defect");
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left");
    }

    // Each look at the clock takes the same time.
    private sealed class SteppingTime(TimeSpan step) : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp()
        {
            long now = _now;
            _now += step.Ticks;
            return now;
        }
    }
}
