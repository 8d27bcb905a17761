using PolicyLint.Catalog;

namespace PolicyLint.Cli.Catalogs;

/// <summary>What happened to an entry of a catalogue.</summary>
internal enum CatalogChangeKind
{
    Removed,
    Added,
    Changed,
}

/// <summary>One entry that two catalogues do not have alike.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="Name">What it is, and its name.</param>
/// <param name="Detail">What of it.</param>
internal sealed record CatalogChange(CatalogChangeKind Kind, string Name, string Detail)
{
    public override string ToString() => $"{Kind switch { CatalogChangeKind.Added => '+', CatalogChangeKind.Removed => '-', _ => '~' }} {Name}  {Detail}".TrimEnd();
}

/// <summary>Compares catalogues: services, then the actions, resource types and condition keys of each, sorted by name.</summary>
internal static class CatalogComparison
{
    /// <summary>What changed, in the order of the services. Of a service that only one has, nothing more is told.</summary>
    public static IEnumerable<CatalogChange> Of(ServiceCatalog before, ServiceCatalog after)
    {
        SortedDictionary<string, CatalogService> old = ByName(before.Services, service => service.Prefix);
        SortedDictionary<string, CatalogService> @new = ByName(after.Services, service => service.Prefix);
        foreach (string prefix in old.Keys.Union(@new.Keys).Order(StringComparer.Ordinal))
        {
            if (!@new.TryGetValue(prefix, out CatalogService now))
                yield return new(CatalogChangeKind.Removed, $"service {prefix}", old[prefix].Name);
            else if (!old.TryGetValue(prefix, out CatalogService then))
                yield return new(CatalogChangeKind.Added, $"service {prefix}", now.Name);
            else
            {
                foreach (CatalogChange change in Within(prefix, then, now))
                    yield return change;
            }
        }
    }

    private static IEnumerable<CatalogChange> Within(string prefix, CatalogService then, CatalogService now) =>
    [
        .. Entries($"action {prefix}:", then.Actions, now.Actions, action => action.Name, Describe),
        .. Entries($"resource type {prefix} ", then.ResourceTypes, now.ResourceTypes, type => type.Name, type => string.Join(' ', type.ArnFormats)),
        .. Entries("condition key ", then.ConditionKeys, now.ConditionKeys, key => key.Name, key => $"{key.Type} on {prefix}"),
    ];

    private static string Describe(CatalogAction action) =>
        action.SupportsResourceLevel ? $"{action.AccessLevel} on {string.Join(", ", action.ResourceTypes)}" : action.AccessLevel.ToString();

    private static IEnumerable<CatalogChange> Entries<T>(string what, IEnumerable<T> before, IEnumerable<T> after, Func<T, string> nameOf, Func<T, string> describe)
    {
        SortedDictionary<string, T> old = ByName(before, nameOf);
        SortedDictionary<string, T> @new = ByName(after, nameOf);
        foreach (string name in old.Keys.Union(@new.Keys).Order(StringComparer.Ordinal))
        {
            string? then = old.TryGetValue(name, out T? gone) ? describe(gone) : null;
            string? now = @new.TryGetValue(name, out T? come) ? describe(come) : null;
            if (now is null)
                yield return new(CatalogChangeKind.Removed, what + name, then!);
            else if (then is null)
                yield return new(CatalogChangeKind.Added, what + name, now);
            else if (then != now)
                yield return new(CatalogChangeKind.Changed, what + name, $"{then} -> {now}");
        }
    }

    // A service may list a name twice, with two types.
    private static SortedDictionary<string, T> ByName<T>(IEnumerable<T> items, Func<T, string> nameOf)
    {
        var found = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (T item in items)
            found.TryAdd(nameOf(item), item);

        return found;
    }
}
