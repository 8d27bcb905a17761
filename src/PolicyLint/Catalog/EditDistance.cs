using System.Numerics;

namespace PolicyLint.Catalog;

/// <summary>
/// How many letters must be inserted, dropped, replaced or swapped with their neighbour to get from one name to another
/// (optimal string alignment), ignoring the case of ASCII letters.
/// </summary>
internal static class EditDistance
{
    /// <summary>Longer names are never near anything: it keeps hostile input from costing more than a row of this length.</summary>
    private const int MaxLength = 256;

    /// <summary>The distance, or <paramref name="limit"/> + 1 when it is above the limit. Only a band of that width is computed.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit || left.Length > MaxLength || right.Length > MaxLength)
            return limit + 1;

        int tooFar = limit + 1;
        Span<int> beforeLast = stackalloc int[MaxLength + 1];
        Span<int> last = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (int j = 0; j <= right.Length; j++)
            last[j] = Math.Min(j, tooFar);

        for (int i = 1; i <= left.Length; i++)
        {
            row.Slice(0, right.Length + 1).Fill(tooFar);
            row[0] = Math.Min(i, tooFar);
            int nearest = row[0];
            int end = Math.Min(right.Length, i + limit);
            for (int j = Math.Max(1, i - limit); j <= end; j++)
            {
                bool same = Same(left[i - 1], right[j - 1]);
                int distance = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    distance = Math.Min(distance, beforeLast[j - 2] + 1);

                row[j] = Math.Min(distance, tooFar);
                nearest = Math.Min(nearest, row[j]);
            }

            if (nearest > limit)
                return tooFar;

            Span<int> free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return last[right.Length];
    }

    /// <summary>Which of the 32 letters and signs, folded by the low bits of their code, a name has.</summary>
    public static uint LettersOf(ReadOnlySpan<char> name)
    {
        uint letters = 0;
        foreach (char c in name)
            letters |= 1u << (c & 31);

        return letters;
    }

    /// <summary>A bound below the distance: one edit adds at most one kind of letter and takes at most one away.</summary>
    public static int AtLeast(uint letters, uint otherLetters) =>
        Math.Max(BitOperations.PopCount(letters & ~otherLetters), BitOperations.PopCount(otherLetters & ~letters));

    /// <summary>How many letters the two names begin with in common.</summary>
    public static int CommonStart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int length = 0;
        while (length < left.Length && length < right.Length && Same(left[length], right[length]))
            length++;

        return length;
    }

    private static bool Same(char left, char right) =>
        left == right || ((left | 0x20) == (right | 0x20) && char.IsAsciiLetter(left));
}
