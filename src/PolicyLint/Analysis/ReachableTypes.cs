using System.Collections;
using System.Runtime.InteropServices;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>
/// The types of resources that the actions of a statement may work on, each once. Most resources fit the first action, so
/// the actions are read only as far as a resource needs it.
/// </summary>
internal sealed class ReachableTypes(StatementAccess statement)
{
    // So few are searched one by one.
    private const int Few = 12;

    private readonly ActionPatternList _patterns = statement.ActionPatterns;
    private readonly ServiceCatalog _catalog = statement.Policy.Catalog;
    private readonly List<CatalogResourceType> _types = [];
    private BitArray? _known;
    private int _read;
    private bool _mayBeAny;

    /// <summary>Whether an action of the statement may work on the resource; also true where that is not known.</summary>
    public bool MayMatch(ResourcePattern resource)
    {
        int tried = 0;
        while (!resource.CanMatchAny(CollectionsMarshal.AsSpan(_types)[tried..]))
        {
            if (_read == _patterns.Count)
                return _mayBeAny;

            tried = _types.Count;
            Read(_patterns[_read++]);
        }

        return true;
    }

    private void Read(ActionPattern pattern)
    {
        switch (pattern.Kind)
        {
            case ActionPatternKind.Exact:
                Add(pattern.Action!.Value);
                break;
            case ActionPatternKind.Wildcard:
                AddAll(pattern);
                break;
            default:
                // What is not known before deployment is for the rule to say, and must not hide a mismatch it can judge.
                _mayBeAny |= pattern.Kind != ActionPatternKind.Unresolved;
                break;
        }
    }

    private void AddAll(ActionPattern pattern)
    {
        if (pattern.Service is { } service && pattern.Actions.Contains(service.PhantomOrdinal))
        {
            AddTypesOf(service);
            return;
        }

        foreach (int ordinal in pattern.Actions)
        {
            if (_catalog.IsPhantom(ordinal))
                AddTypesOf(_catalog.GetServiceOfOrdinal(ordinal));
            else
                Add(_catalog.GetAction(ordinal));
        }
    }

    // What is allowed for a service as a whole, also what AWS adds to it, works on what the service has.
    private void AddTypesOf(CatalogService service)
    {
        foreach (CatalogResourceType type in service.ResourceTypes)
            Add(type);
    }

    private void Add(CatalogAction action)
    {
        foreach (CatalogActionResource target in action.ResourceTypes)
            Add(target.Type);
    }

    private void Add(CatalogResourceType type)
    {
        if (_known?[type.Index] ?? _types.Contains(type))
            return;

        _types.Add(type);
        if (_types.Count == Few)
        {
            _known = new BitArray(_catalog.ResourceTypeCount);
            foreach (CatalogResourceType known in _types)
                _known[known.Index] = true;
        }

        _known?.Set(type.Index, true);
    }
}
