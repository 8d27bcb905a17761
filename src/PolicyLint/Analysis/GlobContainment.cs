namespace PolicyLint.Analysis;

/// <summary>
/// Whether every text of one pattern is a text of another. The covered pattern is read as if it were a text: its single
/// parts count one character, its spans count none and may only stand where the covering pattern has a <c>*</c> in the
/// same run of wildcards. Characters that the patterns do not name exist in any number, which makes this exact
/// (for patterns whose parts are all known). The work is n × m.
/// </summary>
internal static class GlobContainment
{
    private const int LargestOnStack = 256;

    public static bool Holds(ReadOnlySpan<GlobItem> covering, ReadOnlySpan<GlobItem> covered)
    {
        // A literal of the covering pattern at either end needs the same literal: this decides most questions.
        while (covering is [{ Kind: GlobItemKind.Literal } a, ..])
        {
            if (covered is not [var b, ..] || b != a)
                return false;

            covering = covering[1..];
            covered = covered[1..];
        }

        while (covering is [.., { Kind: GlobItemKind.Literal } a])
        {
            if (covered is not [.., var b] || b != a)
                return false;

            covering = covering[..^1];
            covered = covered[..^1];
        }

        return Walk(covering, covered);
    }

    private static bool Walk(ReadOnlySpan<GlobItem> covering, ReadOnlySpan<GlobItem> covered)
    {
        int width = covering.Length + 1;
        Span<bool> starred = width <= LargestOnStack ? stackalloc bool[LargestOnStack] : new bool[width];
        Span<bool> reached = width <= LargestOnStack ? stackalloc bool[LargestOnStack] : new bool[width];
        Span<bool> next = width <= LargestOnStack ? stackalloc bool[LargestOnStack] : new bool[width];
        starred = starred[..width];
        reached = reached[..width];
        next = next[..width];
        MarkStarredRuns(covering, starred);
        reached.Clear();
        reached[0] = true;
        PassStars(covering, reached);
        foreach (GlobItem item in covered)
        {
            next.Clear();
            for (int i = 0; i < covering.Length; i++)
            {
                if (reached[i])
                    Step(covering[i], item, starred[i], next[i..]);
            }

            PassStars(covering, next);
            Span<bool> swap = reached;
            reached = next;
            next = swap;
        }

        return reached[^1];
    }

    private static void Step(GlobItem covering, GlobItem item, bool starred, Span<bool> next)
    {
        if (item.IsSpan)
        {
            // The same variable has the same value on both sides.
            if (covering.Kind == GlobItemKind.Variable && item.Kind == GlobItemKind.Variable
                && string.Equals(covering.Name, item.Name, StringComparison.OrdinalIgnoreCase))
                next[1] = true;
            else if (starred)
                next[0] = true;
        }
        else if (covering.Kind == GlobItemKind.Many)
        {
            next[0] = true;
        }
        else if (covering.Kind == GlobItemKind.One || covering == item)
        {
            next[1] = true;
        }
    }

    private static void PassStars(ReadOnlySpan<GlobItem> covering, Span<bool> reached)
    {
        for (int i = 0; i < covering.Length; i++)
        {
            if (reached[i] && covering[i].Kind == GlobItemKind.Many)
                reached[i + 1] = true;
        }
    }

    // In a run such as ??* a span may stand before, between or after the characters that the ?s take.
    private static void MarkStarredRuns(ReadOnlySpan<GlobItem> covering, Span<bool> starred)
    {
        starred.Clear();
        for (int i = covering.Length - 1; i >= 0; i--)
            starred[i] = covering[i].Kind == GlobItemKind.Many || (covering[i].Kind == GlobItemKind.One && starred[i + 1]);
    }
}
