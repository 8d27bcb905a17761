using PolicyLint.Cli.Input;
using PolicyLint.Configuration;

namespace PolicyLint.Cli.Configuration;

/// <summary>The file of a baseline, and what files are called in it.</summary>
internal sealed class BaselineFile
{
    private BaselineFile(string name, string fullPath)
    {
        Name = name;
        FullPath = fullPath;
    }

    /// <summary>The path as given.</summary>
    public string Name { get; }

    public string FullPath { get; }

    public static BaselineFile At(string path, string workingDirectory) => new(path, Path.GetFullPath(path, workingDirectory));

    /// <summary>The baseline in it.</summary>
    /// <exception cref="ConfigurationException">There is none, or it cannot be used.</exception>
    public Baseline Read()
    {
        try
        {
            var baseline = Baseline.Parse(SourceText.From(File.ReadAllBytes(FullPath), Name));
            return baseline.Problems.IsEmpty ? baseline : throw new ConfigurationException(baseline.Problems[0].ToString());
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ConfigurationException($"{Name}: no such file: `policylint baseline write` makes it");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{Name}: {Reading.Reason(exception)}");
        }
    }

    /// <summary>What an input is called in the baseline: its path from the folder of the baseline, the same on every machine.</summary>
    public string NameOf(InputFile input) => input.FullPath is { } fullPath
        ? Path.GetRelativePath(Path.GetDirectoryName(FullPath)!, fullPath).Replace('\\', '/')
        : InputFinder.StandardInput;
}
