namespace PolicyLint.MSBuild;

/// <summary>Codes of what the task says that is no finding of a rule. docs/msbuild.md has the list. PLMSB001 is said by the targets.</summary>
internal static class BuildCode
{
    /// <summary>A file cannot be read.</summary>
    public const string Unreadable = "PLMSB002";

    /// <summary>A file is no policy and nothing that holds policies.</summary>
    public const string NoPolicy = "PLMSB003";

    /// <summary>The check failed or is incomplete.</summary>
    public const string Incomplete = "PLMSB004";

    /// <summary>A configuration cannot be used.</summary>
    public const string Misconfigured = "PLMSB005";

    /// <summary>The project names no policy.</summary>
    public const string Nothing = "PLMSB006";
}
