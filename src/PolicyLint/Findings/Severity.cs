namespace PolicyLint;

/// <summary>How much a finding weighs for the run's outcome.</summary>
public enum Severity
{
    /// <summary>Worth knowing; does not fail a run by default.</summary>
    Suggestion,

    /// <summary>Fails a run by default.</summary>
    Warning,

    /// <summary>A grave risk, or a policy that cannot work as written.</summary>
    Error,
}

/// <summary>How grave the risk is that a security rule found.</summary>
public enum SecuritySeverity
{
    /// <summary>Not a question of security.</summary>
    None,

    /// <summary>A matter of hardening.</summary>
    Low,

    /// <summary>Access wider than needed.</summary>
    Medium,

    /// <summary>Other people's data or work, or code as another role.</summary>
    High,

    /// <summary>The account.</summary>
    Critical,
}

/// <summary>Whether a second witness agrees with a finding.</summary>
public enum Confirmation
{
    /// <summary>Nobody was asked.</summary>
    NotChecked,

    /// <summary>Access Analyzer says the same.</summary>
    Confirmed,

    /// <summary>Access Analyzer was asked and says otherwise or nothing.</summary>
    NotConfirmed,

    /// <summary>Access Analyzer has no check for it.</summary>
    NotCheckable,

    /// <summary>Access Analyzer could not be reached.</summary>
    Unavailable,
}

/// <summary>Names used in output.</summary>
public static class SeverityExtensions
{
    /// <summary><c>error</c>, <c>warning</c> or <c>suggestion</c>.</summary>
    public static string ToName(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "suggestion",
    };

    /// <summary><c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>; null for <see cref="SecuritySeverity.None"/>.</summary>
    public static string? ToName(this SecuritySeverity severity) => severity switch
    {
        SecuritySeverity.Low => "low",
        SecuritySeverity.Medium => "medium",
        SecuritySeverity.High => "high",
        SecuritySeverity.Critical => "critical",
        _ => null,
    };

    /// <summary><c>not-checked</c>, <c>confirmed</c>…</summary>
    public static string ToName(this Confirmation confirmation) => confirmation switch
    {
        Confirmation.Confirmed => "confirmed",
        Confirmation.NotConfirmed => "not-confirmed",
        Confirmation.NotCheckable => "not-checkable",
        Confirmation.Unavailable => "unavailable",
        _ => "not-checked",
    };
}
