using NUnit.Framework;

namespace PolicyLint.TestKit;

/// <summary>Where the tests find the repository and, beside it, the corpora that only its makers have.</summary>
public static class Repository
{
    /// <summary>The folder of PolicyLint.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path inside the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>
    /// A path inside <c>shared/</c> beside the repository. A user's clone has none: the test is then skipped and says so.
    /// </summary>
    public static string SharedPathOf(params string[] parts)
    {
        string path = Path.Combine([Root, "..", "shared", .. parts]);
        if (!Path.Exists(path))
            Assert.Ignore($"shared/{string.Join('/', parts)} is not beside this checkout: only the makers' machines have it.");

        return path;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PolicyLint.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("PolicyLint.sln is in no folder above the tests.");
    }
}
