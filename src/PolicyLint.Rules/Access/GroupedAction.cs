using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>An action with the resource types that decide whether it is open to everybody's resources.</summary>
internal sealed class GroupedAction
{
    private readonly bool _isOneEnough;

    /// <summary>Takes the types named, or else those that the action needs, or else all it can have.</summary>
    public GroupedAction(CatalogAction action, ImmutableArray<string> types)
    {
        Action = action;
        List<CatalogActionResource> resources = [.. action.ResourceTypes];
        List<CatalogActionResource> meant = types.IsEmpty
            ? resources.FindAll(resource => resource.IsRequired)
            : resources.FindAll(resource => types.Contains(resource.Type.Name));
        Types = [.. (meant.Count == 0 ? resources : meant).Select(resource => resource.Type)];
        _isOneEnough = !types.IsEmpty || action.RequiresOnlyOne;
    }

    /// <summary>The action.</summary>
    public CatalogAction Action { get; }

    /// <summary>The types that count; empty for an action that knows no resources.</summary>
    public ImmutableArray<CatalogResourceType> Types { get; }

    /// <summary>
    /// Whether the statement means every resource that counts, at least in some account: <c>*</c>, <c>arn:aws:sagemaker:*</c>,
    /// <c>endpoint/*</c>, or a NotResource that leaves some of them open.
    /// </summary>
    public bool IsOpenIn(StatementAccess statement)
    {
        if (Types.IsEmpty)
            return statement.MatchesStar;

        foreach (CatalogResourceType type in Types)
        {
            bool isOpen = statement.IsNotResource
                ? !statement.HasUnknownResource && statement.CanMatch(type)
                : statement.CoversAllOf(type);
            if (isOpen == _isOneEnough)
                return isOpen;
        }

        return !_isOneEnough;
    }

    /// <summary>Whether a value of Resource alone makes it open.</summary>
    public bool IsOpenBy(ResourcePattern pattern)
    {
        if (Types.IsEmpty)
            return pattern.MatchesStar;

        foreach (CatalogResourceType type in Types)
        {
            if (pattern.CoversAllOf(type))
                return true;
        }

        return false;
    }
}
