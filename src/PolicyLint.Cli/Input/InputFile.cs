namespace PolicyLint.Cli.Input;

/// <summary>One input to check.</summary>
/// <param name="Name">What to report it as: the path as given, and below a folder the folder as given with the rest.</param>
/// <param name="FullPath">What to open; null for standard input.</param>
internal sealed record InputFile(string Name, string? FullPath)
{
    /// <summary>The arguments that it came from.</summary>
    public List<PathArgument> Arguments { get; } = [];

    /// <summary>Whether an argument names it, so that it has to be a policy.</summary>
    public bool IsNamed => Arguments.Exists(argument => !argument.IsSearch);
}

/// <summary>A PATH of the command line, and what became of it.</summary>
/// <param name="text">The argument.</param>
/// <param name="isSearch">Whether what it leads to is passed over where it is no policy: a folder or a pattern, or the call says so.</param>
internal sealed class PathArgument(string text, bool isSearch)
{
    public string Text => text;

    public bool IsSearch => isSearch;

    /// <summary>Files that it led to.</summary>
    public int Files { get; set; }

    /// <summary>Files among them that were passed over.</summary>
    public int Skipped { get; set; }

    /// <summary>Files among them that a configuration excludes.</summary>
    public int Excluded { get; set; }
}
