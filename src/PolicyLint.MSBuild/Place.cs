using PolicyLint.Reporting;

namespace PolicyLint.MSBuild;

/// <summary>Where something is reported.</summary>
/// <param name="File">The file, as the project names it.</param>
/// <param name="Start">Its first character; zeros for the file as a whole.</param>
/// <param name="End">The character behind its last one.</param>
internal readonly record struct Place(string? File, LinePosition Start, LinePosition End)
{
    /// <summary>The file with nothing in its name that a log could take for a line or a command of its own.</summary>
    public string? SafeFile
    {
        get
        {
            string? name = File is null ? null : SafeText.Escape(File);
            return name?.TrimStart().StartsWith("::", StringComparison.Ordinal) == true ? $"./{name}" : name;
        }
    }

    /// <summary>A file as a whole.</summary>
    public static Place Of(string? file) => new(file, default, default);

    /// <summary>A part of a file.</summary>
    public static Place Of(SourceText source, TextSpan span) => new(source.Path, source.GetPosition(span.Start), source.GetPosition(span.End));
}
