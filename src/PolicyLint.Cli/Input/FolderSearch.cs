namespace PolicyLint.Cli.Input;

/// <summary>A file found in a folder.</summary>
/// <param name="Name">The path to report it as.</param>
/// <param name="FullPath">The path to open.</param>
internal readonly record struct FoundFile(string Name, string FullPath);

/// <summary>
/// Walks folders. Hidden files and folders, build output and installed packages are passed over, and links to folders are
/// not followed, so that no walk goes round in circles.
/// </summary>
internal sealed class FolderSearch
{
    private static readonly string[] PassedOver = ["bin", "obj", "node_modules"];
    private static readonly string[] Extensions = [".json", ".yaml", ".yml", ".template"];

    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
    };

    /// <summary>Folders that could not be looked into, one message each.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The files below a folder that may hold policies, by their names.</summary>
    public IEnumerable<FoundFile> FilesBelow(string fullPath, string displayFolder)
    {
        foreach (FileSystemInfo entry in Entries(fullPath, displayFolder))
        {
            if (IsPassedOver(entry))
                continue;

            if (entry is DirectoryInfo)
            {
                foreach (FoundFile file in FilesBelow(entry.FullName, $"{displayFolder}{entry.Name}/"))
                    yield return file;
            }
            else if (Extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
            {
                yield return new FoundFile(displayFolder + entry.Name, entry.FullName);
            }
        }
    }

    /// <summary>The files, of any extension, that a pattern matches.</summary>
    public IEnumerable<FoundFile> FilesMatching(PathPattern pattern, string workingDirectory)
    {
        var found = new HashSet<FoundFile>();
        Match(pattern, step: 0, Path.GetFullPath(pattern.Root.Length == 0 ? "." : pattern.Root, workingDirectory), pattern.Root, found, visited: []);
        return found;
    }

    private void Match(PathPattern pattern, int step, string fullPath, string display, HashSet<FoundFile> found, HashSet<(string, int)> visited)
    {
        if (!visited.Add((fullPath, step)) || !Directory.Exists(fullPath))
            return;

        string segment = pattern.Segments[step];
        bool isLast = step == pattern.Segments.Length - 1;
        bool anyDepth = segment == PathPattern.AnyDepth;
        if (anyDepth && !isLast)
            Match(pattern, step + 1, fullPath, display, found, visited);

        foreach (FileSystemInfo entry in Entries(fullPath, display))
        {
            if (!pattern.Matches(step, entry.Name) || (PathPattern.IsPattern(segment) && IsPassedOver(entry) && !segment.StartsWith('.')))
                continue;

            if (entry is DirectoryInfo)
            {
                if (anyDepth || !isLast)
                    Match(pattern, anyDepth ? step : step + 1, entry.FullName, $"{display}{entry.Name}/", found, visited);
            }
            else if (isLast)
            {
                found.Add(new FoundFile(display + entry.Name, entry.FullName));
            }
        }
    }

    private FileSystemInfo[] Entries(string fullPath, string displayFolder)
    {
        try
        {
            return new DirectoryInfo(fullPath).GetFileSystemInfos("*", Everything);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Problems.Add($"{(displayFolder.Length == 0 ? "." : displayFolder)}: {Reading.Reason(exception)}");
            return [];
        }
    }

    private static bool IsPassedOver(FileSystemInfo entry) =>
        entry.Name.StartsWith('.')
        || (entry is DirectoryInfo && (PassedOver.Contains(entry.Name) || entry.Attributes.HasFlag(FileAttributes.ReparsePoint)));
}
