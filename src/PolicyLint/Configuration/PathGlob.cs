using System.Collections.Immutable;
using PolicyLint.Analysis;

namespace PolicyLint.Configuration;

/// <summary>
/// A pattern of paths, relative to the folder of the configuration: <c>*</c> is any part of a name, <c>?</c> one character,
/// <c>**</c> any number of folders. A pattern without <c>/</c> is about the name of the file, in whatever folder; one that ends
/// in <c>/</c> about everything below a folder. Letters match in their case, so that the same holds on every system.
/// </summary>
public sealed class PathGlob
{
    private const string AnyDepth = "**";

    // Null is any number of folders.
    private readonly ImmutableArray<Glob?> _segments;

    private PathGlob(string text, ImmutableArray<Glob?> segments)
    {
        Text = text;
        _segments = segments;
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Whether one path alone matches.</summary>
    public bool IsExact => _segments.All(segment => segment is { IsLiteral: true });

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="fault">What is wrong with it, as a clause; null where nothing is.</param>
    /// <returns>The pattern; null where something is wrong.</returns>
    public static PathGlob? TryParse(string text, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        fault = FaultOf(text);
        if (fault is not null)
            return null;

        string pattern = text.StartsWith("./", StringComparison.Ordinal) ? text[2..]
            : text.IndexOf('/', StringComparison.Ordinal) < 0 ? $"{AnyDepth}/{text}"
            : text;
        if (pattern.EndsWith('/'))
            pattern += AnyDepth;

        var segments = new List<Glob?>();
        foreach (string segment in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            Glob? glob = segment == AnyDepth ? null : Glob.Parse(segment, policyVariables: false);
            if (glob is not null || segments is not [.., null])
                segments.Add(glob);
        }

        return new PathGlob(text, [.. segments]);
    }

    /// <summary>Whether a path matches.</summary>
    /// <param name="path">The path relative to the folder of the configuration, with <c>/</c> or <c>\</c>.</param>
    public bool Matches(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] names = path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);

        // For each number of names, whether the segments so far match them.
        Span<bool> matched = new bool[names.Length + 1];
        matched[0] = true;
        foreach (Glob? segment in _segments)
            Advance(matched, segment, names);

        return matched[^1];
    }

    /// <summary>The pattern as written.</summary>
    public override string ToString() => Text;

    private static void Advance(Span<bool> matched, Glob? segment, string[] names)
    {
        if (segment is null)
        {
            for (int i = 1; i < matched.Length; i++)
                matched[i] |= matched[i - 1];

            return;
        }

        for (int i = matched.Length - 1; i > 0; i--)
            matched[i] = matched[i - 1] && segment.Matches(names[i - 1]);

        matched[0] = false;
    }

    private static string? FaultOf(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "is empty";

        if (text.Contains('\\', StringComparison.Ordinal))
            return "has a `\\`: folders are parted by `/` on every system";

        if (text.StartsWith('/') || (text is [_, ':', '/', ..] && char.IsAsciiLetter(text[0])) || text.Split('/').Contains(".."))
            return "leads out of the folder of the configuration";

        return text.Trim('/', '.').Length == 0 ? "names no file" : null;
    }
}
