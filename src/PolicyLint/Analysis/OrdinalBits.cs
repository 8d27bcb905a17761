namespace PolicyLint.Analysis;

/// <summary>A set of ordinals that lives as long as a question: one bit for each.</summary>
internal readonly ref struct OrdinalBits
{
    private const int WordBits = 64;

    private readonly Span<ulong> _words;

    /// <param name="words">As many words as <see cref="WordsFor"/> says; they are cleared.</param>
    public OrdinalBits(Span<ulong> words)
    {
        _words = words;
        _words.Clear();
    }

    public static int WordsFor(int ordinals) => (ordinals + WordBits - 1) / WordBits;

    /// <summary>Adds a range; false where one of its ordinals was there already.</summary>
    public bool Add(int first, int end)
    {
        ulong met = 0;
        for (int word = first / WordBits; word * WordBits < end; word++)
        {
            ulong mask = ulong.MaxValue;
            if (first > word * WordBits)
                mask <<= first % WordBits;
            if (end < (word + 1) * WordBits)
                mask &= ulong.MaxValue >> (WordBits - (end % WordBits));

            met |= _words[word] & mask;
            _words[word] |= mask;
        }

        return met == 0;
    }
}
