namespace PolicyLint.Cli.Input;

/// <summary>
/// Turns the PATHs of a command line into inputs: files, folders, patterns, and <c>-</c> for standard input. The order is
/// that of the arguments, below each that of the names; a file that two arguments lead to is taken once.
/// </summary>
/// <param name="workingDirectory">The current folder.</param>
/// <param name="skipsOthers">Whether files that are named are passed over where they are no policies, as those found in a folder.</param>
internal sealed class InputFinder(string workingDirectory, bool skipsOthers = false)
{
    public const string StandardInput = "-";

    private readonly Dictionary<string, InputFile> _known = new(StringComparer.Ordinal);

    /// <summary>The inputs found.</summary>
    public List<InputFile> Inputs { get; } = [];

    /// <summary>The arguments that were folders or patterns.</summary>
    public List<PathArgument> Searches { get; } = [];

    /// <summary>What is wrong with arguments, one message each.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Looks for what one argument means.</summary>
    public void Add(string path)
    {
        if (path == StandardInput)
        {
            AddInput(StandardInput, fullPath: null, new PathArgument(path, isSearch: false));
            return;
        }

        if (path.Length == 0)
        {
            Problems.Add("a PATH is empty");
            return;
        }

        string fullPath = Path.GetFullPath(path, workingDirectory);
        if (CdkAssembly.IsManifest(fullPath))
            AddSearch(path, _ => CdkAssembly.Templates(path, fullPath));
        else if (File.Exists(fullPath))
            AddInput(path, fullPath, new PathArgument(path, isSearch: skipsOthers));
        else if (Directory.Exists(fullPath))
            AddSearch(path, search => search.FilesBelow(fullPath, DisplayFolder(path)));
        else if (PathPattern.IsPattern(path))
            AddSearch(path, search => search.FilesMatching(PathPattern.Parse(path), workingDirectory));
        else
            Problems.Add($"{path}: no such file or folder");
    }

    private void AddSearch(string path, Func<FolderSearch, IEnumerable<FoundFile>> find)
    {
        var argument = new PathArgument(path, isSearch: true);
        var search = new FolderSearch();
        Searches.Add(argument);
        foreach (FoundFile file in find(search).OrderBy(file => file.Name, StringComparer.Ordinal))
            AddInput(file.Name, file.FullPath, argument);

        Problems.AddRange(search.Problems);
    }

    private void AddInput(string name, string? fullPath, PathArgument argument)
    {
        string key = fullPath ?? StandardInput;
        if (!_known.TryGetValue(key, out InputFile? input))
        {
            input = new InputFile(name, fullPath);
            _known.Add(key, input);
            Inputs.Add(input);
        }

        if (!input.Arguments.Contains(argument))
        {
            input.Arguments.Add(argument);
            argument.Files++;
        }
    }

    // "policies/" and "policies" both give "policies/a.json"; "." gives "a.json".
    private static string DisplayFolder(string path)
    {
        string folder = Path.TrimEndingDirectorySeparator(path);
        return folder == "." ? "" : Path.EndsInDirectorySeparator(folder) ? folder : folder + "/";
    }
}
