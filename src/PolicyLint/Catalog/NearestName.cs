namespace PolicyLint.Catalog;

/// <summary>
/// Finds the name that somebody may have meant: the one at the smallest edit distance, as long as that is at most two or a
/// third of the length, and less than half of it is wrong. Of names equally near, the one with the longer common beginning
/// wins, then the first one offered.
/// </summary>
internal ref struct NearestName
{
    private readonly ReadOnlySpan<char> _wanted;
    private readonly uint _letters;
    private int _limit;
    private int _bestStart = -1;

    public NearestName(ReadOnlySpan<char> wanted)
    {
        _wanted = wanted;
        _letters = EditDistance.LettersOf(wanted);
        _limit = Math.Min(Math.Max(2, wanted.Length / 3), wanted.Length / 2);
    }

    /// <summary>Offers a candidate; says whether it is the best so far.</summary>
    public bool Offer(scoped ReadOnlySpan<char> candidate)
    {
        if (EditDistance.AtLeast(_letters, EditDistance.LettersOf(candidate)) > _limit)
            return false;

        int distance = EditDistance.Between(_wanted, candidate, _limit);
        if (distance > _limit)
            return false;

        int start = EditDistance.CommonStart(_wanted, candidate);
        if (distance == _limit && _bestStart >= start)
            return false;

        _limit = distance;
        _bestStart = start;
        return true;
    }
}
