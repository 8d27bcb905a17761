using System.IO.Enumeration;

namespace PolicyLint.Cli.Input;

/// <summary>
/// A path with <c>*</c> (any part of a name), <c>?</c> (one character) or <c>**</c> (any number of folders), for shells
/// that do not expand it and for patterns in quotes.
/// </summary>
internal sealed class PathPattern
{
    public const string AnyDepth = "**";

    private static readonly bool IgnoreCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    private PathPattern(string root, string[] segments)
    {
        Root = root;
        Segments = segments;
    }

    /// <summary>The folders before the first wildcard, as written, with a separator at the end; may be empty.</summary>
    public string Root { get; }

    /// <summary>The rest, cut at the separators; the first has a wildcard.</summary>
    public string[] Segments { get; }

    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    public static PathPattern Parse(string text)
    {
        if (OperatingSystem.IsWindows())
            text = text.Replace('\\', '/');

        int wildcard = text.AsSpan().IndexOfAny('*', '?');
        int rootEnd = text.LastIndexOf('/', wildcard) + 1;
        string root = text[..rootEnd];
        var segments = new List<string>();
        foreach (string segment in text[rootEnd..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment != AnyDepth || segments is not [.., AnyDepth])
                segments.Add(segment);
        }

        return new PathPattern(root.StartsWith("./", StringComparison.Ordinal) ? root[2..] : root, [.. segments]);
    }

    /// <summary>Whether the name of a file or folder matches one segment.</summary>
    public bool Matches(int step, string name) => Segments[step] switch
    {
        AnyDepth => true,
        var segment when IsPattern(segment) => FileSystemName.MatchesSimpleExpression(segment, name, IgnoreCase),
        var segment => segment.Equals(name, IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal),
    };
}
