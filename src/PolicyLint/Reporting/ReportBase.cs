namespace PolicyLint.Reporting;

/// <summary>
/// Where the names of inputs are seen from: services that show findings beside the code want names from the root of the
/// repository. Works on names alone; nothing is opened.
/// </summary>
/// <param name="WorkingFolder">The absolute path that relative names start at; null where that is the root, or not known.</param>
/// <param name="Root">The absolute path of the repository's root; null where it is the working folder.</param>
public sealed record ReportBase(string? WorkingFolder = null, string? Root = null)
{
    /// <summary>
    /// The name as seen from the root, with <c>/</c> between its parts and neither <c>.</c> nor <c>..</c> in them; null
    /// where the input is not below the root.
    /// </summary>
    public string? FromRoot(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[]? folder = WorkingFolder is null ? null : Parts(Slashed(WorkingFolder));
        string[]? root = Root is null ? folder : Parts(Slashed(Root));
        string name = Slashed(path);
        if (!IsAbsolute(name) && (Root is null || folder is null))
            return Parts(name) is { Length: > 0 } parts && parts[0] != ".." ? string.Join('/', parts) : null;

        string[] whole = IsAbsolute(name) ? Parts(name) : Parts($"{string.Join('/', folder!)}/{name}");
        return root is not null && whole.Length > root.Length && whole.AsSpan(0, root.Length).SequenceEqual(root)
            ? string.Join('/', whole[root.Length..])
            : null;
    }

    /// <summary>Whether a name says where it starts: <c>/a</c>, <c>C:/a</c>, <c>//server/share/a</c>.</summary>
    internal static bool IsAbsolute(string slashed) => slashed.StartsWith('/') || HasDrive(slashed);

    /// <summary>The name with <c>/</c> for the <c>\</c> of Windows, which elsewhere is a letter like others.</summary>
    internal static string Slashed(string path) =>
        OperatingSystem.IsWindows() || HasDrive(path) ? path.Replace('\\', '/') : path;

    private static bool HasDrive(string path) => path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] is '\\' or '/';

    private static string[] Parts(string slashed)
    {
        List<string> parts = [];
        foreach (string part in slashed.Split('/'))
        {
            if (part == ".." && parts is [.., not ".."])
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "."))
                parts.Add(part);
        }

        return [.. parts];
    }
}
