using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>What tags do for an action. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html">controlling access with tags</see>.
/// </summary>
internal static class TagSupport
{
    public const string ResourceTag = "aws:ResourceTag/";

    /// <summary>Whether requests for the action may carry a tag key at all: of the resource, or of the request.</summary>
    public static bool KnowsTags(this CatalogAction action)
    {
        if (HasTagKey(action.ConditionKeys))
            return true;

        foreach (CatalogActionResource target in action.ResourceTypes)
        {
            if (HasTagKey(target.ConditionKeys) || HasTagKey(target.Type.ConditionKeys))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the value names actions of a service of which none knows tags. A pattern does if that holds for all that it
    /// matches.
    /// </summary>
    public static bool KnowsNoTags(ActionPattern pattern, ServiceCatalog catalog)
    {
        if (pattern.Action is { } exact)
            return !exact.KnowsTags();

        if (pattern.Kind != ActionPatternKind.Wildcard || pattern.Service is null || pattern.Actions.IsEmpty)
            return false;

        foreach (int ordinal in pattern.Actions)
        {
            if (!catalog.IsPhantom(ordinal) && catalog.GetAction(ordinal).KnowsTags())
                return false;
        }

        return true;
    }

    private static bool HasTagKey(CatalogList<CatalogConditionKey> keys)
    {
        foreach (CatalogConditionKey key in keys)
        {
            if (key.IsGlobal && (key.Name.StartsWith("aws:ResourceTag/", StringComparison.Ordinal) || key.Name.StartsWith("aws:RequestTag/", StringComparison.Ordinal) || key.Name == "aws:TagKeys"))
                return true;
        }

        return false;
    }
}
