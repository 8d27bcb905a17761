using System.Collections.Concurrent;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint.Configuration;

/// <summary>
/// Finds the configuration of a file: the <c>policylint.json</c> in its folder, or in the nearest one above it, but not above
/// the root of its repository. The caller brings the file system. Safe to ask from several threads.
/// </summary>
/// <param name="rules">The rules that configurations may speak of, besides those of the grammar.</param>
/// <param name="open">Opens a file by its full path; null where there is none. What it throws goes on to who asks.</param>
/// <param name="exists">Whether there is a file or folder of this full path.</param>
public sealed class ConfigurationLookup(IReadOnlyList<Rule> rules, Func<string, SourceText?> open, Func<string, bool> exists)
{
    /// <summary>
    /// Opens the catalogue that a configuration names, by its full path, or the one for configurations that name none
    /// (<see langword="null"/>); null for the built-in one. By default every configuration has that.
    /// </summary>
    public Func<string?, ServiceCatalog?> OpenCatalog { get; init; } = static _ => null;

    private static readonly char[] Separators = ['/', '\\'];

    private readonly ConcurrentDictionary<string, Lazy<Found>> _found = new(StringComparer.Ordinal);

    /// <summary>What is configured for a file; <see cref="LintConfiguration.Empty"/> where no configuration is found.</summary>
    /// <param name="fullPath">The full path of the file, with the separators of its system.</param>
    public FileSettings For(string fullPath)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        Found found = Nearest(FolderOf(fullPath));
        return found.Configuration.For(fullPath[found.Folder.Length..].TrimStart(Separators));
    }

    /// <summary>The folder of the configuration of a file, with its separator at the end; null where no configuration is found.</summary>
    public string? FolderFor(string fullPath)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        Found found = Nearest(FolderOf(fullPath));
        return found.Configuration == LintConfiguration.Empty ? null : found.Folder;
    }

    // A folder is written with its separator: "/" and "C:\" are folders too.
    private Found Nearest(string folder) => _found.GetOrAdd(folder, key => new Lazy<Found>(() => Look(key))).Value;

    private Found Look(string folder)
    {
        if (open(folder + LintConfiguration.FileName) is { } source)
            return new(folder, Parse(source, folder));

        string above = FolderOf(folder.TrimEnd(Separators));
        return above.Length == 0 || exists($"{folder}.git") ? new("", LintConfiguration.Empty) : Nearest(above);
    }

    // The rules that it declares speak of the catalogue that it names.
    private LintConfiguration Parse(SourceText source, string folder)
    {
        LintConfiguration configuration = LintConfiguration.Parse(source, rules, OpenCatalog(null));
        return configuration.CatalogFile is { } file ? LintConfiguration.Parse(source, rules, OpenCatalog(folder + file.Value)) : configuration;
    }

    private static string FolderOf(string path) => path[..(path.LastIndexOfAny(Separators) + 1)];

    private sealed record Found(string Folder, LintConfiguration Configuration);
}
