namespace PolicyLint.CatalogBuilder;

/// <summary>Where in the repository the text and the blob are.</summary>
public sealed record House(string Root)
{
    public string Text => Path.Combine(Root, "eng", "catalog");

    public string Overlay => Path.Combine(Text, "overlay");

    public string Blob => Path.Combine(Root, "src", "PolicyLint", "Catalog", "catalog.bin");

    public static House Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PolicyLint.sln")))
                return new House(folder.FullName);
        }

        throw new CatalogSourceException("PolicyLint.sln", 0, "it is in no folder above this program");
    }
}
