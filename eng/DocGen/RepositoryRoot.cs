namespace PolicyLint.DocGen;

/// <summary>Finds the repository from the current folder, so that the tools run from anywhere inside it.</summary>
public static class RepositoryRoot
{
    public static string Find()
    {
        for (DirectoryInfo? folder = new(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PolicyLint.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Run this inside the repository: PolicyLint.sln is in no folder above.");
    }
}
