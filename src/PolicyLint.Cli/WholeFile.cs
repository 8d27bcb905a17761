using System.Text;

namespace PolicyLint.Cli;

/// <summary>Writes a file whole or not at all: whoever reads it meets the old content or the new one.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file in UTF-8, in place of one that may be there.</summary>
    /// <exception cref="IOException">It cannot be written; what was there is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what was there is as it was.</exception>
    public static void Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file in place of one that may be there, whose permissions it keeps. Where a link stands, what it leads to is written.</summary>
    /// <exception cref="IOException">It cannot be written; what was there is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what was there is as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        bool isThere = File.Exists(path);
        if (isThere)
            path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

        // Beside the file, for only within one file system is a move a single step.
        string draft = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllBytes(draft, content);
            if (isThere && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(draft, File.GetUnixFileMode(path));

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
