namespace PolicyLint.CatalogBuilder;

/// <summary>Lists of small numbers, each list once: its count, then its items. The list at 0 is the empty one.</summary>
internal sealed class ListPool
{
    private readonly List<int> _items = [0];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal) { [""] = 0 };

    public IReadOnlyList<int> Items => _items;

    /// <summary>Where the list starts.</summary>
    public int Add(IEnumerable<int> list)
    {
        int[] items = [.. list];
        string text = string.Join(' ', items);
        if (!_known.TryGetValue(text, out int start))
        {
            start = _items.Count;
            _items.Add(items.Length);
            _items.AddRange(items);
            _known.Add(text, start);
        }

        return start;
    }
}
