using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer;
using PolicyLint.Cli.Input;
using PolicyLint.Reporting;
using PolicyLint.Sources;

namespace PolicyLint.Cli.Checking;

/// <summary>One run of <c>check</c>: finds the inputs, lints them in parallel, reports in order, tells how it ended.</summary>
internal sealed class CheckRun(Terminal terminal, PolicyLinter linter, SecondWitness? witness, CheckSettings settings, ReportOutput output)
{
    private readonly HashSet<ConfirmationGap> _gaps = [];
    private RunSummary _summary = new();
    private ExitCode _exit = ExitCode.Clean;

    /// <summary>Runs the check.</summary>
    public ExitCode Run()
    {
        var finder = new InputFinder(terminal.WorkingDirectory);
        foreach (string path in settings.Paths)
            finder.Add(path);

        foreach (string problem in finder.Problems)
            Fail(ExitCode.WrongInput, problem);

        var progress = new Progress(terminal, settings is { ShowsProgress: true, IsQuiet: false }, finder.Inputs.Count);
        foreach (CheckOutcome outcome in OrderedWork.Run(finder.Inputs, settings.Jobs, Check))
        {
            if (outcome is not CheckOutcome.Skipped)
                progress.Clear();

            Take(outcome);
            progress.Update(_summary.Files);
        }

        progress.Clear();
        foreach (PathArgument search in finder.Searches)
            ComplainIfEmpty(search);

        output.Finish(_summary);
        return _exit;
    }

    private CheckOutcome Check(InputFile input)
    {
        try
        {
            byte[] bytes = Reading.Bytes(input, terminal.Input);
            SourceText text = SourceText.From(bytes, input.Name);
            return PolicyInputs.Of(text, input.IsNamed) is { } reading ? Lint(input, text, reading) : new CheckOutcome.Skipped(input);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new CheckOutcome.Unreadable(input, Reading.Reason(exception));
        }
        catch (Exception exception)
        {
            // A defect of ours on one file must neither hide the others nor pass as clean.
            return new CheckOutcome.Crashed(input, exception);
        }
    }

    private CheckOutcome.Linted Lint(InputFile input, SourceText text, SourceReading reading)
    {
        var policies = ImmutableArray.CreateBuilder<LintedPolicy>();
        var reported = new ReportedOnce();
        var together = new PrincipalFindings(reading.Principals, linter.Options);
        foreach (HostedPolicy policy in reading.Policies)
        {
            LintResult result = linter.Lint(PolicyInputs.Parse(policy, settings));
            (result, ImmutableArray<ConfirmationGap> gaps) = witness?.Ask(result) ?? (result, []);
            result = together.AddTo(result);
            policies.Add(new LintedPolicy(policy.IsAlternative ? reported.LeaveOut(result) : reported.Keep(result), gaps, policy.IsAlternative));
        }

        string? problem = reading.Problems is [var first, ..] ? $"{text.GetPosition(first.Span.Start)}: {first.Message}" : null;
        return new CheckOutcome.Linted(input, policies.DrainToImmutable(), [.. reading.Gaps], problem);
    }

    private void Take(CheckOutcome outcome)
    {
        switch (outcome)
        {
            case CheckOutcome.Linted linted:
                Take(linted);
                break;
            case CheckOutcome.Skipped { Input: var input }:
                _summary = _summary.AddSkipped();
                input.Arguments.ForEach(argument => argument.Skipped++);
                break;
            case CheckOutcome.Unreadable { Input: var input, Reason: var reason }:
                _summary = _summary.AddFailed();
                Fail(ExitCode.WrongInput, $"{input.Name}: {reason}");
                break;
            case CheckOutcome.Crashed { Input: var input, Exception: var exception }:
                _summary = _summary.AddFailed();
                Fail(ExitCode.Incomplete, $"{input.Name}: not checked, policylint failed on it with {exception.GetType().Name}: {exception.Message}");
                break;
        }
    }

    private void Take(CheckOutcome.Linted linted)
    {
        _summary = linted is { Problem: not null, Policies: [] } ? _summary.AddFailed() : _summary.AddFile();
        foreach (var (result, gaps, isAlternative) in linted.Policies)
        {
            int policies = _summary.Policies;
            _summary = _summary.AddPolicy(result);
            if (isAlternative)
                _summary = _summary with { Policies = policies };

            output.Report(result);
            foreach (ConfirmationGap gap in gaps.Where(_gaps.Add))
                terminal.Say(gap.ToString());
            Judge(result);
        }

        foreach (NotEvaluated part in linted.Unknown)
        {
            _summary = _summary.AddNotEvaluated();
            output.Report(part);
        }

        if (linted.Problem is { } problem)
            Fail(ExitCode.WrongInput, $"{linted.Input.Name}:{problem}");
    }

    private void Judge(LintResult result)
    {
        if (settings.FailOn is { } threshold && result.Findings.Any(finding => finding.Severity >= threshold))
            Raise(ExitCode.Findings);
        if (!result.Document.IsReadable)
            Fail(ExitCode.WrongInput, $"{NameOf(result)}: cannot be read as a policy");
        if (!result.IsComplete)
            Fail(ExitCode.Incomplete, $"{NameOf(result)}: {WhyIncomplete(result)}, so the check is incomplete");
    }

    private static string NameOf(LintResult result) =>
        result.Document.Source is { Origin: { Address: var address } } source ? $"{source.Path}: {address}" : $"{result.Document.Source.Path}";

    private static string WhyIncomplete(LintResult result)
    {
        if (result.Findings.Any(finding => finding.Rule.Id == "PL0001"))
            return "a rule failed";

        return result.Findings.IsEmpty && result.NotEvaluated is [{ Reason: var reason }, ..] ? reason : "a confirmation that is required is missing";
    }

    private void ComplainIfEmpty(PathArgument search)
    {
        if (search.Files == 0)
            Fail(ExitCode.WrongInput, PathPattern.IsPattern(search.Text) ? $"{search.Text}: matches no file" : $"{search.Text}: no JSON or YAML file in it");
        else if (search.Skipped == search.Files)
            Fail(ExitCode.WrongInput, $"{search.Text}: no policy in it ({(search.Files == 1 ? "1 file" : $"{search.Files} files")} looked at)");
    }

    private void Fail(ExitCode code, string message)
    {
        terminal.Say(message);
        Raise(code);
    }

    private void Raise(ExitCode code) => _exit = (ExitCode)Math.Max((int)_exit, (int)code);
}
