using PolicyLint.Cli.Checking;
using PolicyLint.Configuration;
using PolicyLint.Sources;

namespace PolicyLint.MSBuild;

/// <summary>Checks files. Nothing that goes wrong with one keeps the others from being checked, and nothing that goes wrong passes.</summary>
/// <param name="configurations">How files are checked.</param>
/// <param name="today">The day, for suppressions.</param>
/// <param name="report">Hears what is found.</param>
internal sealed class PolicyCheck(Configurations configurations, DateOnly today, BuildReport report)
{
    private readonly HashSet<LintConfiguration> _told = [];

    /// <summary>Checks a file.</summary>
    public void Check(PolicyFile file)
    {
        if (file.Bytes is null)
        {
            report.Fail(BuildCode.Unreadable, Place.Of(file.Name), $"The policy cannot be read: {file.Trouble}");
            return;
        }

        try
        {
            Check(file, SourceText.From(file.Bytes, file.Name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            report.Fail(BuildCode.Misconfigured, Place.Of(file.Name), $"The policy was not checked, for its {LintConfiguration.FileName} cannot be read: {exception.Message}");
        }
        catch (Exception exception)
        {
            // A defect of ours on one file must neither hide the others nor pass as clean.
            report.Fail(BuildCode.Incomplete, Place.Of(file.Name), $"The policy was not checked, PolicyLint failed on it with {exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>Reports the suppressions that have expired, once all files are checked.</summary>
    public void Review()
    {
        foreach (var (configuration, options) in configurations.Used)
            report.Tell(configuration.Review(today, new HashSet<Suppression>(), options));
    }

    private void Check(PolicyFile file, SourceText text)
    {
        FileSettings settings = configurations.For(file);
        if (!settings.Configuration.IsValid)
        {
            TellProblems(settings.Configuration);
            return;
        }

        if (settings.IsExcluded)
            return;

        SourceKind kind = PolicySources.Detect(text);
        Lint(file, settings, text, PolicySources.Read(text, kind == SourceKind.Other ? SourceKind.Policy : kind));
    }

    private void Lint(PolicyFile file, FileSettings settings, SourceText text, SourceReading reading)
    {
        var (options, linter) = configurations.LinterFor(settings);
        var reported = new ReportedOnce();
        var together = new PrincipalFindings(reading.Principals, options, settings.Configuration.Catalog);
        foreach (HostedPolicy policy in reading.Policies)
        {
            // Where a policy stands says more of its type than the configuration, which speaks of the whole file.
            PolicyDocument document = policy.Type is null
                ? PolicyDocument.Parse(policy.Text, settings.Type?.Value, settings.ResourceType?.Value)
                : policy.Parse();
            LintResult result = together.AddTo(linter.Lint(document));
            result = policy.IsAlternative ? reported.LeaveOut(result) : reported.Keep(result);
            result = settings.Suppress(result, today).Result;
            report.Tell(result);
            if (!document.IsReadable)
                report.Fail(BuildCode.NoPolicy, Place.Of(file.Name), "The file cannot be read as a policy, nor as one that holds policies");
            if (!result.IsComplete)
                report.Fail(BuildCode.Incomplete, Place.Of(file.Name), "The check of this file is incomplete");
        }

        foreach (NotEvaluated part in reading.Gaps)
            report.Tell(part);
        foreach (SourceProblem problem in reading.Problems)
            report.Fail(BuildCode.NoPolicy, Place.Of(text, problem.Span), problem.Message);
    }

    private void TellProblems(LintConfiguration configuration)
    {
        if (!_told.Add(configuration))
            return;

        foreach (ConfigurationProblem problem in configuration.Problems)
            report.Fail(BuildCode.Misconfigured, Place.Of(problem.Source, problem.Span), problem.Message);
    }
}
