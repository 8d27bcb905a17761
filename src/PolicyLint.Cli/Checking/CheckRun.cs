using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer;
using PolicyLint.Cli.Input;
using PolicyLint.Reporting;

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
            if (!input.IsNamed && !PolicySniffer.LooksLikePolicy(bytes))
                return new CheckOutcome.Skipped(input);

            LintResult result = linter.Lint(PolicyDocument.Parse(SourceText.From(bytes, input.Name), settings.Type, settings.ResourceType));
            (result, ImmutableArray<ConfirmationGap> gaps) = witness?.Ask(result) ?? (result, []);
            return new CheckOutcome.Linted(input, result, gaps);
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

    private void Take(CheckOutcome outcome)
    {
        switch (outcome)
        {
            case CheckOutcome.Linted { Result: var result, Gaps: var gaps }:
                _summary = _summary.Add(result);
                output.Report(result);
                foreach (ConfirmationGap gap in gaps.Where(_gaps.Add))
                    terminal.Say(gap.ToString());
                Judge(result);
                break;
            case CheckOutcome.Skipped { Input: var input }:
                _summary = _summary.AddSkipped();
                input.Arguments.ForEach(argument => argument.Skipped++);
                break;
            case CheckOutcome.Unreadable { Input: var input, Reason: var reason }:
                AddFailure(input, reason);
                Fail(ExitCode.WrongInput, $"{input.Name}: {reason}");
                break;
            case CheckOutcome.Crashed { Input: var input, Exception: var exception }:
                string cause = $"policylint failed on it with {exception.GetType().Name}: {exception.Message}";
                AddFailure(input, cause);
                Fail(ExitCode.Incomplete, $"{input.Name}: not checked, {cause}");
                break;
        }
    }

    private void AddFailure(InputFile input, string reason)
    {
        _summary = _summary.AddFailed();
        output.Report(new InputFailure(input.Name, reason));
    }

    private void Judge(LintResult result)
    {
        if (settings.FailOn is { } threshold && result.Findings.Any(finding => finding.Severity >= threshold))
            Raise(ExitCode.Findings);
        if (!result.Document.IsReadable)
            Fail(ExitCode.WrongInput, $"{result.Document.Source.Path}: cannot be read as a policy");
        if (!result.IsComplete)
            Fail(ExitCode.Incomplete, $"{result.Document.Source.Path}: {WhyIncomplete(result)}, so the check is incomplete");
    }

    private static string WhyIncomplete(LintResult result)
    {
        if (result.Findings.Any(finding => finding.Rule.Id == "PL0001"))
            return "a rule failed";

        return result.Findings.IsEmpty && result.NotEvaluated is [{ Reason: var reason }, ..] ? reason : "a confirmation that is required is missing";
    }

    private void ComplainIfEmpty(PathArgument search)
    {
        if (search.Files == 0)
            Fail(ExitCode.WrongInput, PathPattern.IsPattern(search.Text) ? $"{search.Text}: matches no file" : $"{search.Text}: no JSON file in it");
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
