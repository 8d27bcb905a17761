using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyLint.Configuration;
using PolicyLint.Rules;
using PolicyLint.Sources;

namespace PolicyLint.MSBuild;

/// <summary>
/// Remembers that everything was checked and nothing was said, so that the next build need not check it again. Times of files would
/// not do: a policy that is copied in may be older than the last build, a <c>policylint.json</c> may appear in a folder above, and
/// a suppression ends with a day. So it is what was read that is remembered, as a hash; and only silence is, for what
/// was said has to be said again by each build.
/// </summary>
internal sealed class CleanRun
{
    private readonly string _path;
    private readonly string _key;

    private CleanRun(string path, string key)
    {
        _path = path;
        _key = key;
    }

    /// <summary>Whether the last build read the same and had nothing to say.</summary>
    public bool IsRemembered
    {
        get
        {
            try
            {
                return File.Exists(_path) && File.ReadAllText(_path) == _key;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    /// <summary>The run over these files.</summary>
    /// <param name="path">Where to remember it.</param>
    /// <param name="files">The policies.</param>
    /// <param name="today">The day.</param>
    /// <param name="noWarn">What the project wants not to hear, and what would be said without it.</param>
    public static CleanRun Of(string path, IReadOnlyList<PolicyFile> files, DateOnly today, string? noWarn)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Type part in new[] { typeof(CleanRun), typeof(PolicyLinter), typeof(BuiltInRules), typeof(PolicySources) })
            Append(hash, part.Module.ModuleVersionId.ToString());

        Append(hash, today.ToString("O", CultureInfo.InvariantCulture));
        Append(hash, noWarn ?? "");
        foreach (PolicyFile file in files)
            Append(hash, file.FullPath, file.Bytes);

        foreach (string folder in files.SelectMany(file => FoldersAbove(file.FullPath)).Distinct(StringComparer.Ordinal))
            AppendConfiguration(hash, folder);

        return new(path, Convert.ToHexString(hash.GetHashAndReset()));
    }

    /// <summary>Remembers it. Where that is not possible the next build checks again.</summary>
    public void Remember()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            File.WriteAllText(_path, _key);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static IEnumerable<string> FoldersAbove(string path)
    {
        for (string? folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    private static void AppendConfiguration(IncrementalHash hash, string folder)
    {
        string configuration = Path.Combine(folder, LintConfiguration.FileName);
        if (File.Exists(configuration))
            Append(hash, configuration, BytesOf(configuration));

        // A repository ends the search for configurations.
        if (Path.Exists(Path.Combine(folder, ".git")))
            Append(hash, folder);
    }

    // One that cannot be read is told when the files are checked, and what is told is not remembered.
    private static byte[]? BytesOf(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Append(IncrementalHash hash, string name, byte[]? content)
    {
        Append(hash, name);
        hash.AppendData(BitConverter.GetBytes(content?.Length ?? -1));
        hash.AppendData(content ?? []);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
