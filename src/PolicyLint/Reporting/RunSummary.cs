namespace PolicyLint.Reporting;

/// <summary>The counts over a run.</summary>
public sealed record RunSummary
{
    /// <summary>Inputs that were looked at, whatever they turned out to be.</summary>
    public int Files { get; init; }

    /// <summary>Inputs that could be read as a policy.</summary>
    public int Policies { get; init; }

    /// <summary>Inputs that are no policy and that nobody named.</summary>
    public int Skipped { get; init; }

    /// <summary>Inputs that could not be looked into.</summary>
    public int Failed { get; init; }

    /// <summary>Findings that are errors.</summary>
    public int Errors { get; init; }

    /// <summary>Findings that are warnings.</summary>
    public int Warnings { get; init; }

    /// <summary>Findings that are suggestions.</summary>
    public int Suggestions { get; init; }

    /// <summary>Findings that were suppressed.</summary>
    public int Suppressed { get; init; }

    /// <summary>Parts of policies that could not be judged.</summary>
    public int NotEvaluated { get; init; }

    /// <summary>The counts with one more linted input.</summary>
    public RunSummary Add(LintResult result) => AddFile().AddPolicy(result);

    /// <summary>The counts with one more input that was read; each of its policies is to be added.</summary>
    public RunSummary AddFile() => this with { Files = Files + 1 };

    /// <summary>The counts with one more policy of an input.</summary>
    public RunSummary AddPolicy(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return this with
        {
            Policies = Policies + (result.Document.IsReadable ? 1 : 0),
            Errors = Errors + Count(result, Severity.Error),
            Warnings = Warnings + Count(result, Severity.Warning),
            Suggestions = Suggestions + Count(result, Severity.Suggestion),
            NotEvaluated = NotEvaluated + result.NotEvaluated.Length,
        };
    }

    /// <summary>The counts with one more input that is no policy.</summary>
    public RunSummary AddSkipped() => this with { Files = Files + 1, Skipped = Skipped + 1 };

    /// <summary>The counts with one more input that could not be looked into.</summary>
    public RunSummary AddFailed() => this with { Files = Files + 1, Failed = Failed + 1 };

    /// <summary>The counts with one more part that could not be judged and is in no result.</summary>
    public RunSummary AddNotEvaluated() => this with { NotEvaluated = NotEvaluated + 1 };

    private static int Count(LintResult result, Severity severity) => result.Findings.Count(finding => finding.Severity == severity);
}
