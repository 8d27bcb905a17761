using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Reporting;

/// <summary>How many actions of one level are allowed, how many of them open, and how many there are.</summary>
internal readonly record struct LevelCount(int Allowed, int Open, int All)
{
    public static LevelCount operator +(LevelCount left, LevelCount right) =>
        new(left.Allowed + right.Allowed, left.Open + right.Open, left.All + right.All);
}

/// <summary>A row of the table: a service, or several that are allowed alike.</summary>
/// <param name="Prefix">The prefix of its actions; null for a row of several services.</param>
/// <param name="Name">Its name.</param>
/// <param name="Levels">A count for each <see cref="AccessLevel"/>.</param>
internal sealed record ServiceRow(string? Prefix, string Name, LevelCount[] Levels);

/// <summary>Services × access levels.</summary>
internal static class AccessTable
{
    /// <summary>How many access levels there are.</summary>
    public const int Levels = 5;

    private static readonly string[] AlwaysAlone = ["sagemaker", "iam"];

    /// <summary>
    /// A row for each service of which something is allowed, by prefix. Where a wildcard allows services that nobody knows
    /// yet, those that are allowed wholly share the last row: they are hundreds.
    /// </summary>
    public static List<ServiceRow> Of(AccessPicture picture, ServiceCatalog catalog)
    {
        List<ServiceRow> rows = [];
        var others = new LevelCount[Levels];
        int otherCount = 0;
        bool isEveryService = picture.Allowed.Contains(catalog.UnknownServiceOrdinal);
        foreach (CatalogService service in catalog.Services)
        {
            ActionSet whole = ActionSet.FromRange(service.FirstOrdinal, service.EndOrdinal);
            if (!picture.Allowed.Overlaps(whole))
                continue;

            LevelCount[] levels = Count(picture, service, catalog);
            if (isEveryService && picture.Allowed.IsSupersetOf(whole) && !AlwaysAlone.Contains(service.Prefix))
            {
                otherCount++;
                for (int level = 0; level < Levels; level++)
                    others[level] += levels[level];
            }
            else if (levels.Any(level => level.Allowed > 0))
            {
                rows.Add(new ServiceRow(service.Prefix, service.Name, levels));
            }
        }

        rows.Sort((left, right) => string.CompareOrdinal(left.Prefix, right.Prefix));
        if (otherCount > 0)
            rows.Add(new ServiceRow(null, $"{SummaryPhrase.Count(otherCount, "other service", "other services")}, whole", others));

        return rows;
    }

    /// <summary>The sums over all services.</summary>
    public static LevelCount[] Totals(List<ServiceRow> rows)
    {
        var totals = new LevelCount[Levels];
        foreach (ServiceRow row in rows)
        {
            for (int level = 0; level < Levels; level++)
                totals[level] += row.Levels[level];
        }

        return totals;
    }

    private static LevelCount[] Count(AccessPicture picture, CatalogService service, ServiceCatalog catalog)
    {
        var levels = new LevelCount[Levels];
        for (int ordinal = service.FirstOrdinal; ordinal < service.PhantomOrdinal; ordinal++)
        {
            bool isAllowed = picture.Allowed.Contains(ordinal);
            bool isOpen = isAllowed && picture.Open.Contains(ordinal);
            levels[(int)catalog.GetAction(ordinal).AccessLevel] += new LevelCount(isAllowed ? 1 : 0, isOpen ? 1 : 0, 1);
        }

        return levels;
    }
}
