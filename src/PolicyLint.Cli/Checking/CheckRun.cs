using PolicyLint.AccessAnalyzer;
using PolicyLint.Cli.Configuration;
using PolicyLint.Cli.Input;
using PolicyLint.Configuration;
using PolicyLint.Reporting;

namespace PolicyLint.Cli.Checking;

/// <summary>One run of <c>check</c>: finds the inputs, lints them in parallel, reports in order, tells how it ended.</summary>
internal sealed class CheckRun(Terminal terminal, CheckPlans plans, Screening screening, SecondWitness? witness, CheckSettings settings, ReportOutput output)
{
    private readonly HashSet<ConfirmationGap> _gaps = [];
    private readonly HashSet<string> _misconfigurations = new(StringComparer.Ordinal);
    private RunSummary _summary = new();
    private ExitCode _exit = ExitCode.Clean;

    /// <summary>Runs the check.</summary>
    public ExitCode Run()
    {
        var finder = new InputFinder(terminal.WorkingDirectory, settings.SkipsOthers);
        foreach (string path in settings.Paths)
            finder.Add(path);

        foreach (string problem in finder.Problems)
            Fail(ExitCode.WrongInput, problem);

        var progress = new Progress(terminal, settings is { ShowsProgress: true, IsQuiet: false }, finder.Inputs.Count);
        foreach (CheckOutcome outcome in OrderedWork.Run(finder.Inputs, settings.Jobs, new FileCheck(terminal, plans, witness).Check))
        {
            if (outcome is not CheckOutcome.Skipped)
                progress.Clear();

            Take(outcome);
            progress.Update(_summary.Files);
        }

        progress.Clear();
        foreach (PathArgument search in finder.Searches)
            ComplainIfEmpty(search);

        TakeReview();
        output.Finish(_summary with { Suppressed = screening.LeftOut });
        screening.TellBaseline();
        return _exit;
    }

    private void Take(CheckOutcome outcome)
    {
        switch (outcome)
        {
            case CheckOutcome.Linted linted:
                Take(linted);
                break;
            case CheckOutcome.Excluded { Input: var input, Plan: var plan }:
                input.Arguments.ForEach(argument => argument.Excluded++);
                if (input.IsNamed)
                    terminal.Say($"{input.Name}: not checked, {plan.Configuration.Source.Path} excludes it");
                break;
            case CheckOutcome.Misconfigured { Reasons: var reasons }:
                AddFailure(outcome.Input, string.Join("; ", reasons));
                foreach (string reason in reasons.Where(_misconfigurations.Add))
                    Fail(ExitCode.WrongInput, reason);
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

    private void Take(CheckOutcome.Linted linted)
    {
        _summary = linted is { Problem: not null, Policies: [] } ? _summary.AddFailed() : _summary.AddFile();
        foreach (var (found, gaps, isAlternative) in linted.Policies)
        {
            LintResult result = screening.Screen(linted.Input, linted.Plan, found);
            int policies = _summary.Policies;
            _summary = _summary.AddPolicy(result);
            if (isAlternative)
                _summary = _summary with { Policies = policies };

            output.Report(result);
            foreach (ConfirmationGap gap in gaps.Where(_gaps.Add))
                terminal.Say(gap.ToString());
            Judge(result, linted.Plan.FailOn);
        }

        foreach (NotEvaluated part in linted.Unknown)
        {
            _summary = _summary.AddNotEvaluated();
            output.Report(part);
        }

        if (linted.Problem is not { } problem)
            return;

        output.Report(new InputFailure(linted.Input.Name, problem));
        Fail(ExitCode.WrongInput, $"{linted.Input.Name}:{problem}");
    }

    // What is said about the configuration is no policy, and counts as none.
    private void TakeReview()
    {
        foreach (var (result, failOn) in screening.Review())
        {
            _summary = _summary.Add(result) with { Files = _summary.Files, Policies = _summary.Policies };
            output.Report(result);
            Judge(result, failOn);
        }
    }

    private void Judge(LintResult result, FailOn failOn)
    {
        if (result.Findings.Any(finding => failOn.IsReachedBy(finding.Severity)))
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
        else if (search.Excluded == search.Files)
            terminal.Say($"{search.Text}: not checked, all of it is excluded");
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
