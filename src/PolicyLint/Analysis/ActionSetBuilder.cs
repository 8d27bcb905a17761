namespace PolicyLint.Analysis;

/// <summary>Collects ranges in any order and merges them once.</summary>
internal sealed class ActionSetBuilder
{
    private readonly List<(int First, int End)> _ranges = [];
    private bool _isSorted = true;

    public void Add(int first, int end)
    {
        // Names are often listed in the catalogue's order: what continues the last range needs no entry of its own.
        if (first >= end)
            return;

        if (_ranges.Count > 0)
        {
            (int lastFirst, int lastEnd) = _ranges[^1];
            if (lastEnd == first)
            {
                _ranges[^1] = (lastFirst, end);
                return;
            }

            _isSorted &= lastFirst <= first;
        }

        _ranges.Add((first, end));
    }

    public void Add(ActionSet set)
    {
        ReadOnlySpan<int> bounds = set.Bounds;
        for (int i = 0; i < bounds.Length; i += 2)
            Add(bounds[i], bounds[i + 1]);
    }

    public ActionSet ToSet()
    {
        if (_ranges.Count == 0)
            return ActionSet.Empty;

        if (!_isSorted)
            _ranges.Sort(static (left, right) => left.First.CompareTo(right.First));

        var bounds = new List<int>(2 * _ranges.Count);
        foreach (var (first, end) in _ranges)
        {
            if (bounds.Count == 0 || first > bounds[^1])
            {
                bounds.Add(first);
                bounds.Add(end);
            }
            else if (end > bounds[^1])
            {
                bounds[^1] = end;
            }
        }

        return new([.. bounds]);
    }
}
