using PolicyLint.Catalog;

namespace PolicyLint.Rules.SageMaker;

/// <summary>
/// The SageMaker actions that nobody should get by a wildcard, and what they let somebody do. IAM calls them all reads or
/// writes; what they really are is in the catalogue's own judgement.
/// </summary>
internal static class HighRisk
{
    private static readonly (ActionRisk Risk, string Deed)[] Deeds =
    [
        (ActionRisk.PresignedUrl, "open what others work in"),
        (ActionRisk.CodeExecution, "run scripts as root in others' notebooks"),
        (ActionRisk.ResourcePolicy, "share with other accounts"),
        (ActionRisk.Session, "open sessions"),
    ];

    /// <summary>Whether the action opens sessions, sets code that runs as others, or shares resources.</summary>
    public static bool IsHighRisk(this CatalogAction action) =>
        action.Risk is ActionRisk.PresignedUrl or ActionRisk.Session or ActionRisk.CodeExecution or ActionRisk.ResourcePolicy;

    /// <summary>What the actions together let somebody do: <c>open what others work in and share with other accounts</c>.</summary>
    public static string DeedsOf(IReadOnlyList<CatalogAction> actions)
    {
        List<string> deeds = [.. Deeds.Where(deed => actions.Any(action => action.Risk == deed.Risk)).Select(deed => deed.Deed)];
        return deeds.Count < 2 ? string.Concat(deeds) : $"{string.Join(", ", deeds.SkipLast(1))} and {deeds[^1]}";
    }
}
