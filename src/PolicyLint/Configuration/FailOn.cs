namespace PolicyLint.Configuration;

/// <summary>The least severity that fails a run.</summary>
public enum FailOn
{
    /// <summary>Whatever is found.</summary>
    Suggestion,

    /// <summary>Warnings and errors: what holds where nothing else is said.</summary>
    Warning,

    /// <summary>Errors.</summary>
    Error,

    /// <summary>No finding fails the run.</summary>
    Never,
}

/// <summary>Names of <see cref="FailOn"/> and what it means.</summary>
public static class FailOnExtensions
{
    /// <summary>Whether a finding of this severity fails the run.</summary>
    public static bool IsReachedBy(this FailOn failOn, Severity severity) => failOn != FailOn.Never && (int)severity >= (int)failOn;

    /// <summary><c>error</c>, <c>warning</c>, <c>suggestion</c> or <c>never</c>.</summary>
    public static string ToName(this FailOn failOn) => failOn switch
    {
        FailOn.Suggestion => "suggestion",
        FailOn.Error => "error",
        FailOn.Never => "never",
        _ => "warning",
    };
}
