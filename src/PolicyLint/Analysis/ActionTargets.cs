using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>
/// The lists of resource types that some actions work on. Actions share them: a statement names many actions and few lists, so
/// that what is asked of a list need not be asked of each action.
/// </summary>
internal ref struct ActionTargets
{
    /// <summary>How many lists are kept; a statement that has more is looked at action by action.</summary>
    public const int Most = 16;

    private readonly Span<int> _lists;
    private int _count;

    /// <summary>Keeps none yet.</summary>
    public ActionTargets(Span<int> lists) => _lists = lists;

    /// <summary>Keeps those of the actions that a statement names, or of the first of them.</summary>
    public ActionTargets(StatementAccess statement, Span<int> lists)
        : this(lists)
    {
        ActionPatternList actions = statement.ActionPatterns;
        for (int i = 0; i < actions.Count && _count < Most; i++)
        {
            if (actions.ActionOf(i) is { } action)
                Add(action);
        }
    }

    /// <summary>Whether the list of an action is kept.</summary>
    public readonly bool Has(CatalogAction action) => _lists[.._count].Contains(action.TargetList);

    /// <summary>Keeps the list of an action, where there is room; always true.</summary>
    public bool Add(CatalogAction action)
    {
        if (_count < Most && !Has(action))
            _lists[_count++] = action.TargetList;

        return true;
    }

    /// <summary>Whether the resource may be of a type of one of the lists.</summary>
    public readonly bool HasTypeOf(ResourcePattern resource)
    {
        foreach (int list in _lists[.._count])
        {
            if (resource.IsOfOne(list))
                return true;
        }

        return false;
    }
}
