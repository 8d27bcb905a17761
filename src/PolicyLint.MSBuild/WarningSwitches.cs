namespace PolicyLint.MSBuild;

/// <summary>
/// What a project says about warnings, as a compiler takes it. MSBuild itself reads <c>TreatWarningsAsErrors</c> for compilers only
/// and leaves the warnings of tasks alone, so that a project that wants none would build with findings.
/// </summary>
/// <param name="treatAsErrors"><c>TreatWarningsAsErrors</c>.</param>
/// <param name="notAsErrors"><c>WarningsNotAsErrors</c>: codes that stay warnings.</param>
/// <param name="noWarn"><c>NoWarn</c>: codes that are not reported.</param>
internal sealed class WarningSwitches(bool treatAsErrors, string? notAsErrors, string? noWarn)
{
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    private readonly HashSet<string> _notAsErrors = Split(notAsErrors);
    private readonly HashSet<string> _silent = Split(noWarn);

    /// <summary>Whether what has this code is not reported.</summary>
    public bool IsSilent(string code) => _silent.Contains(code);

    /// <summary>Whether a warning of this code is an error.</summary>
    public bool IsError(string code) => treatAsErrors && !_notAsErrors.Contains(code);

    private static HashSet<string> Split(string? codes) =>
        new(codes?.Split(Separators, StringSplitOptions.RemoveEmptyEntries) ?? [], StringComparer.OrdinalIgnoreCase);
}
