using PolicyLint.Catalog;
using PolicyLint.Cli.Input;
using PolicyLint.Configuration;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Configuration;

/// <summary>What is configured for a file, and where.</summary>
/// <param name="Settings">What is configured.</param>
/// <param name="Folder">The folder that the configuration is for; null where there is no configuration.</param>
internal sealed record ConfiguredFile(FileSettings Settings, string? Folder);

/// <summary>
/// Finds configurations: the one that the call names, which is for the current folder, or none, or the nearest to each file.
/// Safe to ask from several threads.
/// </summary>
internal sealed class ConfigurationFiles
{
    private readonly string _workingDirectory;
    private readonly LintConfiguration? _given;
    private readonly ConfigurationLookup _lookup;
    private readonly CatalogFiles _catalogs;

    private ConfigurationFiles(string workingDirectory, LintConfiguration? given, CatalogFiles catalogs)
    {
        _catalogs = catalogs;
        _workingDirectory = workingDirectory;
        _given = given;
        _lookup = new ConfigurationLookup(BuiltInRules.All, OpenIfThere, Path.Exists) { OpenCatalog = catalogs.Open };
    }

    /// <summary>The configurations of a call.</summary>
    /// <param name="workingDirectory">The current folder.</param>
    /// <param name="file">The file that the call names; null to look for one.</param>
    /// <param name="isOff">Whether no file is to be looked at.</param>
    /// <param name="catalog">The catalogue in place of those that configurations name; null for those.</param>
    /// <exception cref="ConfigurationException">The file that the call names cannot be read.</exception>
    public static ConfigurationFiles Of(string workingDirectory, string? file, bool isOff, ServiceCatalog? catalog = null)
    {
        var catalogs = new CatalogFiles(workingDirectory, catalog);
        if (isOff)
            return new(workingDirectory, LintConfiguration.Empty, catalogs);

        if (file is null)
            return new(workingDirectory, given: null, catalogs);

        string fullPath = Path.GetFullPath(file, workingDirectory);
        SourceText source = Open(fullPath, file) ?? throw new ConfigurationException($"{file}: no such file");
        LintConfiguration given = LintConfiguration.Parse(source, BuiltInRules.All, catalogs.Open(null));
        if (given.CatalogFile is { } named)
            given = LintConfiguration.Parse(source, BuiltInRules.All, catalogs.Open(Path.Combine(Path.GetDirectoryName(fullPath)!, named.Value)));

        return new(workingDirectory, given, catalogs);
    }

    /// <summary>The catalogue that holds for the current folder.</summary>
    /// <exception cref="ConfigurationException">The configuration of the folder, or the catalogue that it names, cannot be read.</exception>
    public ServiceCatalog CatalogHere() =>
        _catalogs.Open(null) ?? For(Path.Combine(_workingDirectory, InputFinder.StandardInput)).Settings.Configuration.Catalog;

    /// <summary>What is configured for an input.</summary>
    /// <exception cref="ConfigurationException">A configuration is there and cannot be read.</exception>
    public ConfiguredFile For(InputFile input) => For(input.FullPath ?? Path.Combine(_workingDirectory, InputFinder.StandardInput));

    /// <summary>What is configured for a file.</summary>
    /// <exception cref="ConfigurationException">A configuration is there and cannot be read.</exception>
    public ConfiguredFile For(string fullPath)
    {
        if (_given is { } given)
            return new(given.For(Path.GetRelativePath(_workingDirectory, fullPath)), given == LintConfiguration.Empty ? null : _workingDirectory);

        return new(_lookup.For(fullPath), _lookup.FolderFor(fullPath));
    }

    private SourceText? OpenIfThere(string fullPath) => Open(fullPath, Shown(fullPath));

    // Below the current folder as people would write it there.
    private string Shown(string fullPath)
    {
        string relative = Path.GetRelativePath(_workingDirectory, fullPath);
        return relative.StartsWith("..", StringComparison.Ordinal) ? fullPath : relative.Replace('\\', '/');
    }

    private static SourceText? Open(string fullPath, string name)
    {
        try
        {
            return File.Exists(fullPath) ? SourceText.From(File.ReadAllBytes(fullPath), name) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{name}: {Reading.Reason(exception)}");
        }
    }
}

/// <summary>A configuration or a baseline cannot be used. The message says why, for people.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
