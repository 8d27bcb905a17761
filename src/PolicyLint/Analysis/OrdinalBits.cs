namespace PolicyLint.Analysis;

/// <summary>A set of ordinals that lives as long as a question: one bit for each.</summary>
internal readonly ref struct OrdinalBits
{
    private const int WordBits = 64;

    private readonly Span<ulong> _words;
    private readonly int _start;

    /// <param name="words">As many words as <see cref="WordsFor"/> says, all of them zero.</param>
    /// <param name="first">The least ordinal that is asked about.</param>
    public OrdinalBits(Span<ulong> words, int first)
    {
        _words = words;
        _start = first / WordBits;
    }

    /// <summary>The words for ordinals from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    public static int WordsFor(int first, int end) => ((end + WordBits - 1) / WordBits) - (first / WordBits);

    /// <summary>Adds one. If it was there already it goes into another set as well; false then.</summary>
    public bool Add(int ordinal, OrdinalBits again)
    {
        int word = (ordinal / WordBits) - _start;
        ulong bit = 1UL << (ordinal % WordBits);
        ulong known = _words[word];
        _words[word] = known | bit;
        if ((known & bit) == 0)
            return true;

        again._words[word] |= bit;
        return false;
    }

    /// <summary>Adds a range. Those of it that were there already go into another set as well; false where there were some.</summary>
    public bool Add(int first, int end, OrdinalBits again)
    {
        ulong met = 0;
        for (int word = first / WordBits; word * WordBits < end; word++)
        {
            ulong mask = MaskOf(word, first, end);
            ulong known = _words[word - _start] & mask;
            met |= known;
            again._words[word - _start] |= known;
            _words[word - _start] |= mask;
        }

        return met == 0;
    }

    /// <summary>The same for all ranges of a set.</summary>
    public bool Add(ActionSet actions, OrdinalBits again)
    {
        bool isNew = true;
        ReadOnlySpan<int> bounds = actions.Bounds;
        for (int i = 0; i < bounds.Length; i += 2)
            isNew &= Add(bounds[i], bounds[i + 1], again);

        return isNew;
    }

    /// <summary>Whether one of a range is in the set.</summary>
    public bool Overlaps(int first, int end)
    {
        for (int word = first / WordBits; word * WordBits < end; word++)
        {
            if ((_words[word - _start] & MaskOf(word, first, end)) != 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether the two sets have one in common.</summary>
    public bool Overlaps(ActionSet actions)
    {
        ReadOnlySpan<int> bounds = actions.Bounds;
        for (int i = 0; i < bounds.Length; i += 2)
        {
            if (Overlaps(bounds[i], bounds[i + 1]))
                return true;
        }

        return false;
    }

    // The bits of a word that are in the range.
    private static ulong MaskOf(int word, int first, int end)
    {
        ulong mask = ulong.MaxValue;
        if (first > word * WordBits)
            mask <<= first % WordBits;
        if (end < (word + 1) * WordBits)
            mask &= ulong.MaxValue >> (WordBits - (end % WordBits));

        return mask;
    }
}
