using System.Text;

namespace PolicyLint.Analysis;

// Which values may say what another one says already.
public sealed partial class ActionPatternList
{
    private const int MostWords = 512;

    /// <summary>
    /// The values that have an action in common with another, or none that the catalogue knows: only these may say what another
    /// says already. Null where there is no such value.
    /// </summary>
    internal int[]? FindOverlapping()
    {
        if (_entries.Length < 2 || IsAscending())
            return null;

        // Most lists are about one service: only its part of the catalogue is looked at.
        (int first, int end) = Extent();
        int words = OrdinalBits.WordsFor(first, end);
        Span<ulong> buffer = words <= MostWords ? stackalloc ulong[2 * words] : new ulong[2 * words];
        var once = new OrdinalBits(buffer[..words], first);
        var twice = new OrdinalBits(buffer[words..(2 * words)], first);
        bool isAny = false;
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] is var ordinal and >= 0)
                isAny |= !once.Add(ordinal, twice);
            else
                isAny |= !once.Add(ActionsOf(i), twice);
        }

        bool hasUnknown = HasOfUnknown();
        return isAny || hasUnknown ? [.. Overlapping(twice, hasUnknown)] : null;
    }

    // The ordinals of all actions meant.
    private (int First, int End) Extent()
    {
        int first = int.MaxValue;
        int end = 0;
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] is var ordinal and >= 0)
            {
                first = Math.Min(first, ordinal);
                end = Math.Max(end, ordinal + 1);
            }
            else if (ActionsOf(i).Bounds is [var low, .., var high])
            {
                first = Math.Min(first, low);
                end = Math.Max(end, high);
            }
        }

        return end == 0 ? (0, 0) : (first, end);
    }

    // What has no action that is known is compared with each pattern.
    private List<int> Overlapping(OrdinalBits twice, bool hasUnknown)
    {
        List<int> found = [];
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] is var ordinal and >= 0 ? twice.Overlaps(ordinal, ordinal + 1) : hasUnknown || twice.Overlaps(ActionsOf(i)))
                found.Add(i);
        }

        return found;
    }

    // Named one after the other as the catalogue lists them, as most are: none is there twice.
    private bool IsAscending()
    {
        for (int i = 0, before = -1; i < _entries.Length; before = _entries[i++])
        {
            if (_entries[i] <= before)
                return false;
        }

        return true;
    }

    // What the catalogue does not have can be repeated, or be meant by a pattern of the same service.
    private bool HasOfUnknown()
    {
        if (!HasUncatalogued && !Has(ActionPatternKind.Wildcard))
            return false;

        List<int>? unknown = null;
        List<int>? patterns = null;
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] >= 0)
                continue;

            switch (KindOf(i))
            {
                case ActionPatternKind.UnknownAction or ActionPatternKind.UnknownService:
                    (unknown ??= []).Add(i);
                    break;
                case ActionPatternKind.Everything:
                case ActionPatternKind.Wildcard when !ActionsOf(i).IsEmpty:
                    (patterns ??= []).Add(i);
                    break;
                default:
                    return true;
            }
        }

        return unknown is not null && (IsMeantByPattern(unknown, patterns ?? []) || HasRepeated(unknown));
    }

    private bool IsMeantByPattern(List<int> unknown, List<int> patterns)
    {
        foreach (int pattern in patterns)
        {
            int service = ServiceIndexOf(pattern);
            foreach (int one in unknown)
            {
                if (service == NoService || service == ServiceIndexOf(one))
                    return true;
            }
        }

        return false;
    }

    private bool HasRepeated(List<int> unknown)
    {
        for (int i = 1; i < unknown.Count; i++)
        {
            for (int before = 0; before < i; before++)
            {
                if (AreAlike(unknown[i], unknown[before]))
                    return true;
            }
        }

        return false;
    }

    private bool AreAlike(int index, int other) => _entries[index] == _entries[other] && Ascii.EqualsIgnoreCase(Utf8Of(index), Utf8Of(other));
}
