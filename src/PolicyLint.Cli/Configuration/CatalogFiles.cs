using System.Collections.Concurrent;
using PolicyLint.Catalog;
using PolicyLint.Cli.Input;

namespace PolicyLint.Cli.Configuration;

/// <summary>Opens catalogues of AWS services, each file once. Safe to ask from several threads.</summary>
/// <param name="workingDirectory">The current folder, which names in messages are relative to.</param>
/// <param name="given">The catalogue that the call names: it stands for all others. Null for none.</param>
internal sealed class CatalogFiles(string workingDirectory, ServiceCatalog? given)
{
    private readonly ConcurrentDictionary<string, Lazy<ServiceCatalog>> _opened = new(StringComparer.Ordinal);

    /// <summary>The catalogue for a configuration.</summary>
    /// <param name="fullPath">The file that it names; null where it names none.</param>
    /// <returns>The catalogue; null for the built-in one.</returns>
    /// <exception cref="ConfigurationException">The file is missing, or no catalogue, or a damaged one.</exception>
    public ServiceCatalog? Open(string? fullPath) =>
        given ?? (fullPath is null ? null : _opened.GetOrAdd(fullPath, path => new(() => Read(path, Path.GetRelativePath(workingDirectory, path)))).Value);

    /// <summary>Opens a file.</summary>
    /// <param name="fullPath">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ConfigurationException">The file is missing, or no catalogue, or a damaged one.</exception>
    public static ServiceCatalog Read(string fullPath, string name)
    {
        try
        {
            return ServiceCatalog.Load(File.ReadAllBytes(fullPath));
        }
        catch (InvalidDataException exception)
        {
            throw new ConfigurationException($"{name}: {exception.Message}");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ConfigurationException($"{name}: no such file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{name}: {Reading.Reason(exception)}");
        }
    }
}
