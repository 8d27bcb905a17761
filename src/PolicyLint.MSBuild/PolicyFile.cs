using Microsoft.Build.Framework;

namespace PolicyLint.MSBuild;

/// <summary>A file of the project's <c>IamPolicy</c> items.</summary>
/// <param name="Name">What to report it as: the path as the project has it.</param>
/// <param name="FullPath">What to open.</param>
/// <param name="Bytes">What is in it; null where it cannot be read.</param>
/// <param name="Trouble">Why it cannot be read.</param>
internal sealed record PolicyFile(string Name, string FullPath, byte[]? Bytes, string? Trouble)
{
    /// <summary>Reads the file of an item. What goes wrong becomes <see cref="Trouble"/>.</summary>
    public static PolicyFile Read(ITaskItem item)
    {
        // The current folder may be another project's: MSBuild knows where the item is.
        string fullPath = item.GetMetadata("FullPath");
        try
        {
            return new(item.ItemSpec, fullPath, File.ReadAllBytes(fullPath), Trouble: null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(item.ItemSpec, fullPath, Bytes: null, ReasonOf(exception, fullPath));
        }
    }

    private static string ReasonOf(Exception exception, string fullPath) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException when Directory.Exists(fullPath) => "it is a folder: name the files in it, as in folder/**/*.json",
        UnauthorizedAccessException => "no permission to read it",
        _ => "it cannot be read",
    };
}
