using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>The actions by which data goes into buckets and out of them.</summary>
internal static class S3Data
{
    private static readonly (string Start, string Deed)[] Deeds =
    [
        ("Get", "read"),
        ("Put", "write"),
        ("Delete", "delete"),
        ("List", "list"),
    ];

    /// <summary>The actions, on objects and on the list of them.</summary>
    public static ActionGroup Actions { get; } = new("s3", "GetObject", "GetObjectVersion", "PutObject", "DeleteObject", "DeleteObjectVersion", "ListBucket")
    {
        On = ["object", "bucket"],
    };

    /// <summary>What some of them let somebody do: <c>read, write and list objects</c>.</summary>
    public static string DeedsOf(IReadOnlyList<CatalogAction> actions)
    {
        List<string> deeds = [.. Deeds.Where(deed => actions.Any(action => action.Name.StartsWith(deed.Start, StringComparison.Ordinal))).Select(deed => deed.Deed)];
        return $"{(deeds.Count == 1 ? deeds[0] : $"{string.Join(", ", deeds.SkipLast(1))} and {deeds[^1]}")} objects";
    }
}
