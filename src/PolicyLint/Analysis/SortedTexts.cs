namespace PolicyLint.Analysis;

/// <summary>Values of a list in the order of their bytes, so that those of one beginning stand together.</summary>
internal sealed class SortedTexts
{
    private readonly PolicyStringList _list;
    private readonly int[] _order;

    public SortedTexts(PolicyStringList list, ReadOnlySpan<int> some, bool ignoreCase)
    {
        _list = list;
        IgnoresCase = ignoreCase;
        _order = some.ToArray();

        // Most lists are written in this order.
        if (!IsSorted())
            Array.Sort(_order, (left, right) => Compare(_list.Utf8(left), _list.Utf8(right)));
    }

    /// <summary>The number of values.</summary>
    public int Count => _order.Length;

    /// <summary>Whether ASCII letters are compared without regard to case.</summary>
    public bool IgnoresCase { get; }

    /// <summary>The number, in the list, of the value at a place of the order.</summary>
    public int this[int place] => _order[place];

    /// <summary>Whether the values at two places are the same text.</summary>
    public bool AreEqual(int place, int other) => Compare(_list.Utf8(_order[place]), _list.Utf8(_order[other])) == 0;

    /// <summary>The numbers of the values that start with a text.</summary>
    public ReadOnlySpan<int> StartingWith(ReadOnlySpan<byte> start)
    {
        int first = 0;
        for (int end = _order.Length; first < end;)
        {
            int middle = (first + end) / 2;
            if (CompareStart(_list.Utf8(_order[middle]), start) < 0)
                first = middle + 1;
            else
                end = middle;
        }

        int last = first;
        while (last < _order.Length && CompareStart(_list.Utf8(_order[last]), start) == 0)
            last++;

        return _order.AsSpan(first..last);
    }

    private bool IsSorted()
    {
        for (int i = 1; i < _order.Length; i++)
        {
            if (Compare(_list.Utf8(_order[i - 1]), _list.Utf8(_order[i])) > 0)
                return false;
        }

        return true;
    }

    private int CompareStart(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        Compare(text.Length > start.Length ? text[..start.Length] : text, start);

    private int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (!IgnoresCase)
            return left.SequenceCompareTo(right);

        for (int at = 0; ; at++)
        {
            at += left[at..].CommonPrefixLength(right[at..]);
            if (at == left.Length || at == right.Length)
                return left.Length.CompareTo(right.Length);

            int order = TextCoverage.Fold(left[at]) - TextCoverage.Fold(right[at]);
            if (order != 0)
                return order;
        }
    }
}
