namespace PolicyLint.Reporting;

/// <summary>The name of an input as a report shows it.</summary>
internal static class ReportedPath
{
    /// <summary>What an input without a name is called.</summary>
    public const string OfNameless = "policy";

    /// <summary>
    /// <c>path:line:column</c> for people. A name that a build server would take for a command gets <c>./</c> before it,
    /// which names the same file.
    /// </summary>
    public static string OfText(SourceText source, LinePosition position)
    {
        string path = SafeText.Escape(source.Path ?? OfNameless);
        return path.TrimStart().StartsWith("::", StringComparison.Ordinal) ? $"./{path}:{position}" : $"{path}:{position}";
    }

    /// <summary>
    /// The origin of a line in MSBuild's canonical format, which ends at the first colon that is not a drive's: any other
    /// colon is escaped.
    /// </summary>
    public static string OfMSBuild(SourceText source)
    {
        string path = SafeText.Escape(source.Path ?? OfNameless);
        bool hasDrive = path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] is '\\' or '/';
        int start = hasDrive ? 2 : 0;
        return path[..start] + path[start..].Replace(":", "\\u003A", StringComparison.Ordinal);
    }

    /// <summary>
    /// The same for a line that is to be neither an error nor a warning. Finding no category after the origin, MSBuild
    /// takes the words of a file called <c>last error 4.json</c> for one; without spaces it does not.
    /// </summary>
    public static string OfMSBuildMessage(SourceText source)
    {
        string path = OfMSBuild(source);
        bool namesCategory = path.Contains("error", StringComparison.OrdinalIgnoreCase) || path.Contains("warning", StringComparison.OrdinalIgnoreCase);
        return namesCategory ? path.Replace(" ", "\\u0020", StringComparison.Ordinal) : path;
    }
}
