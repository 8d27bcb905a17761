namespace PolicyLint.Cli.Input;

/// <summary>Reads the bytes of an input.</summary>
internal static class Reading
{
    /// <summary>Reads a file, or standard input to its end.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Bytes(InputFile input, Stream standardInput)
    {
        if (input.FullPath is not null)
            return File.ReadAllBytes(input.FullPath);

        using var content = new MemoryStream();
        standardInput.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Why a file or folder could not be read, without its path.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "no permission to read it",
        FileNotFoundException or DirectoryNotFoundException => "it is no longer there",
        _ => "it cannot be read",
    };
}
