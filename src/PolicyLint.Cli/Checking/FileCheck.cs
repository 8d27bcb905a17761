using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer;
using PolicyLint.Cli.Configuration;
using PolicyLint.Cli.Input;
using PolicyLint.Sources;

namespace PolicyLint.Cli.Checking;

/// <summary>Checks one file. Nothing that goes wrong with it keeps the others from being checked; safe from several threads.</summary>
internal sealed class FileCheck(Terminal terminal, CheckPlans plans, SecondWitness? witness)
{
    /// <summary>What became of an input.</summary>
    public CheckOutcome Check(InputFile input)
    {
        try
        {
            CheckPlan plan = plans.For(input);
            if (!plan.Configuration.IsValid)
                return new CheckOutcome.Misconfigured(input, [.. plan.Configuration.Problems.Select(problem => problem.ToString())]);

            if (plan.File.Settings.IsExcluded)
                return new CheckOutcome.Excluded(input, plan);

            SourceText text = SourceText.From(Reading.Bytes(input, terminal.Input), input.Name);
            return PolicyInputs.Of(text, input.IsNamed) is { } reading ? Lint(input, plan, text, reading) : new CheckOutcome.Skipped(input);
        }
        catch (ConfigurationException exception)
        {
            return new CheckOutcome.Misconfigured(input, [exception.Message]);
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

    private CheckOutcome.Linted Lint(InputFile input, CheckPlan plan, SourceText text, SourceReading reading)
    {
        var policies = ImmutableArray.CreateBuilder<LintedPolicy>();
        var reported = new ReportedOnce();
        var together = new PrincipalFindings(reading.Principals, plan.Options);
        foreach (HostedPolicy policy in reading.Policies)
        {
            LintResult result = plan.Linter.Lint(PolicyInputs.Parse(policy, plan));
            (result, ImmutableArray<ConfirmationGap> gaps) = witness?.Ask(result) ?? (result, []);
            result = together.AddTo(result);
            policies.Add(new LintedPolicy(policy.IsAlternative ? reported.LeaveOut(result) : reported.Keep(result), gaps, policy.IsAlternative));
        }

        string? problem = reading.Problems is [var first, ..] ? $"{text.GetPosition(first.Span.Start)}: {first.Message}" : null;
        return new CheckOutcome.Linted(input, plan, policies.DrainToImmutable(), [.. reading.Gaps], problem);
    }
}
