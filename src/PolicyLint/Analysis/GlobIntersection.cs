namespace PolicyLint.Analysis;

/// <summary>
/// Whether two patterns have a text in common: a walk over the pairs of places that a common text can have reached in
/// both, of which there are (n + 1) × (m + 1).
/// </summary>
internal static class GlobIntersection
{
    private const int LargestOnStack = 256;

    public static bool Exists(ReadOnlySpan<GlobItem> left, ReadOnlySpan<GlobItem> right)
    {
        // Up to the first span the parts must meet one by one, from either end. This decides most questions.
        while (left is [{ IsSpan: false } a, ..] && right is [{ IsSpan: false } b, ..])
        {
            if (!a.Meets(b))
                return false;

            left = left[1..];
            right = right[1..];
        }

        while (left is [.., { IsSpan: false } a] && right is [.., { IsSpan: false } b])
        {
            if (!a.Meets(b))
                return false;

            left = left[..^1];
            right = right[..^1];
        }

        if (IsFree(left) || IsFree(right))
            return true;

        return left.Length == 0 || right.Length == 0 ? OnlySpans(left) && OnlySpans(right) : Walk(left, right);
    }

    private static bool IsFree(ReadOnlySpan<GlobItem> items) => items is [{ IsSpan: true, Kind: not GlobItemKind.Segment }];

    private static bool OnlySpans(ReadOnlySpan<GlobItem> items)
    {
        foreach (GlobItem item in items)
        {
            if (!item.IsSpan)
                return false;
        }

        return true;
    }

    private static bool Walk(ReadOnlySpan<GlobItem> left, ReadOnlySpan<GlobItem> right)
    {
        int width = right.Length + 1;
        Span<bool> row = width <= LargestOnStack ? stackalloc bool[LargestOnStack] : new bool[width];
        Span<bool> next = width <= LargestOnStack ? stackalloc bool[LargestOnStack] : new bool[width];
        row = row[..width];
        next = next[..width];
        row.Clear();
        row[0] = true;
        for (int i = 0; i < left.Length; i++)
        {
            next.Clear();
            for (int j = 0; j < width; j++)
            {
                if (row[j])
                    Step(left[i], j < right.Length ? right[j] : null, row[j..], next[j..]);
            }

            Span<bool> swap = row;
            row = next;
            next = swap;
        }

        // The left pattern is used up: what is left of the right one must be able to stand for nothing.
        int reached = row.LastIndexOf(true);
        return reached >= 0 && OnlySpans(right[reached..]);
    }

    // A span that ends takes nothing. Two spans need not take a text together: without it the rest still matches.
    private static void Step(GlobItem left, GlobItem? right, Span<bool> row, Span<bool> next)
    {
        if (left.IsSpan)
            next[0] = true;

        if (right is not { } other)
            return;

        if (other.IsSpan)
            row[1] = true;

        if (left.IsSpan != other.IsSpan)
        {
            if (left.IsSpan && left.MayHold(other))
                row[1] = true;
            else if (other.IsSpan && other.MayHold(left))
                next[0] = true;
        }
        else if (!left.IsSpan && left.Meets(other))
        {
            next[1] = true;
        }
    }
}
