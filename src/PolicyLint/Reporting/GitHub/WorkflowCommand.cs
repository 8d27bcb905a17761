using System.Globalization;

namespace PolicyLint.Reporting;

/// <summary>
/// A line that GitHub's runner takes for an annotation. See
/// <see href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">workflow commands</see>.
/// </summary>
internal static class WorkflowCommand
{
    /// <summary>The command for a severity.</summary>
    public static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    /// <summary>The line, without its end.</summary>
    /// <param name="name"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
    /// <param name="file">The file as seen from the root of the repository; null for none.</param>
    /// <param name="place">Where in the file; null for nowhere.</param>
    /// <param name="title">The first line of the annotation.</param>
    /// <param name="message">The rest of it, made harmless, its lines ended with LF.</param>
    public static string Line(string name, string? file, SourcePlace? place, string title, string message)
    {
        string properties = file is null ? "" : $"file={Property(file)},{Range(place)}";
        return $"::{name} {properties}title={Property(title)}::{Data(message)}";
    }

    // Columns only count where one line is marked.
    private static string Range(SourcePlace? place) => place switch
    {
        null => "",
        { Start: var start, End: var end } when start.Line == end.Line =>
            string.Create(CultureInfo.InvariantCulture, $"line={start.Line},col={start.Column},endLine={end.Line},endColumn={end.Column},"),
        { Start: var start, End: var end } => string.Create(CultureInfo.InvariantCulture, $"line={start.Line},endLine={end.Line},"),
    };

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
