using System.Collections.Immutable;

namespace PolicyLint.Analysis;

/// <summary>Values of one list that say the same: one of them, as a pattern, covers the others.</summary>
/// <param name="Widest">The value that covers all of them; the first of them where several are equal.</param>
/// <param name="Members">All of them, <paramref name="Widest"/> included, in the order written.</param>
public readonly record struct RedundantGroup(PolicyString Widest, ImmutableArray<PolicyString> Members)
{
    /// <summary>The first value that could go.</summary>
    public PolicyString First => Members[0] == Widest ? Members[1] : Members[0];
}

/// <summary>
/// Finds the values of a list that others of it cover: <c>s3:GetObject</c> beside <c>s3:Get*</c>. A value is held against
/// another as text, so that what is found holds for every service, also for those the catalogue does not have.
/// </summary>
public static class RedundantValues
{
    // So few are compared one by one first, which costs no allocation: nearly always nothing is redundant.
    private const int Few = 16;

    // No policy that AWS takes needs so many; it keeps the work linear for one that AWS would not take.
    private const int MaxComparisons = 1 << 22;

    /// <summary>The groups, in the order of their first members; none where no value covers another.</summary>
    /// <param name="list">The list.</param>
    /// <param name="ignoreCase">Whether letters are compared without regard to case: true for actions, false for resources.</param>
    public static ImmutableArray<RedundantGroup> Find(PolicyStringList list, bool ignoreCase)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Count < 2 ? [] : Find(list, [.. Enumerable.Range(0, list.Count)], ignoreCase);
    }

    /// <summary>The same for the actions of a statement: only those are compared that have an action of the catalogue in common, or none.</summary>
    /// <param name="actions">The values of Action or NotAction.</param>
    public static ImmutableArray<RedundantGroup> Find(ActionPatternList actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return actions.FindOverlapping() is { } some ? Find(actions.Values!, some, ignoreCase: true) : [];
    }

    private static ImmutableArray<RedundantGroup> Find(PolicyStringList list, int[] some, bool ignoreCase)
    {
        if (some.Length <= Few && !AnyCovers(list, some, ignoreCase))
            return [];

        var sorted = new SortedTexts(list, some, ignoreCase);
        List<(int Wide, int Narrow)>? pairs = null;
        AddCovered(list, some, sorted, ref pairs);
        AddRepeated(list, sorted, ref pairs);
        return pairs is null ? [] : Group(list, pairs);
    }

    private static bool AnyCovers(PolicyStringList list, int[] some, bool ignoreCase)
    {
        foreach (int wide in some)
        {
            ReadOnlySpan<byte> pattern = list.Utf8(wide);
            int wildcard = pattern.IndexOfAny((byte)'*', (byte)'?');
            ReadOnlySpan<byte> mark = MarkOf(pattern, wildcard, ignoreCase);
            foreach (int narrow in some)
            {
                if (narrow == wide)
                    continue;

                ReadOnlySpan<byte> text = list.Utf8(narrow);
                if (text.IndexOf(mark) < 0)
                    continue;

                if (wildcard < 0 ? text.Length == pattern.Length && TextCoverage.AreEqual(pattern, text, ignoreCase) : TextCoverage.Covers(pattern, wildcard, text, ignoreCase))
                    return true;
            }
        }

        return false;
    }

    // The longest text between two wildcards of a pattern: what the pattern covers has it too. In arn:aws:ec2:*:*:volume/*
    // that tells more than the text before the first wildcard.
    private static ReadOnlySpan<byte> MarkOf(ReadOnlySpan<byte> pattern, int wildcard, bool ignoreCase)
    {
        ReadOnlySpan<byte> mark = [];
        if (wildcard < 0 || ignoreCase)
            return mark;

        for (ReadOnlySpan<byte> rest = pattern[wildcard..]; !rest.IsEmpty;)
        {
            int length = rest.IndexOfAny((byte)'*', (byte)'?');
            if (length < 0)
                length = rest.Length;
            if (length > mark.Length)
                mark = rest[..length];

            rest = rest[Math.Min(length + 1, rest.Length)..];
        }

        return mark;
    }

    // What a pattern covers starts with the text before its first wildcard.
    private static void AddCovered(PolicyStringList list, int[] some, SortedTexts sorted, ref List<(int Wide, int Narrow)>? pairs)
    {
        int left = MaxComparisons;
        foreach (int wide in some)
        {
            if (left <= 0)
                return;

            ReadOnlySpan<byte> pattern = list.Utf8(wide);
            int literal = pattern.IndexOfAny((byte)'*', (byte)'?');
            if (literal < 0 || TextCoverage.HasUnknown(pattern))
                continue;

            ReadOnlySpan<byte> mark = MarkOf(pattern, literal, sorted.IgnoresCase);
            foreach (int narrow in sorted.StartingWith(pattern[..literal]))
            {
                left--;
                if (narrow != wide && list.Utf8(narrow).IndexOf(mark) >= 0 && TextCoverage.Covers(pattern, literal, list.Utf8(narrow), sorted.IgnoresCase))
                    (pairs ??= []).Add((wide, narrow));
            }
        }
    }

    // Values without wildcards cover nothing but their equals, which stand beside them.
    private static void AddRepeated(PolicyStringList list, SortedTexts sorted, ref List<(int Wide, int Narrow)>? pairs)
    {
        int left = MaxComparisons;
        for (int second = 1; second < sorted.Count && left > 0; second++)
        {
            for (int first = second - 1; first >= 0 && left-- > 0 && sorted.AreEqual(first, second); first--)
            {
                ReadOnlySpan<byte> text = list.Utf8(sorted[second]);
                if (text.ContainsAny((byte)'*', (byte)'?') || TextCoverage.HasUnknown(text))
                    break;

                (pairs ??= []).Add((sorted[first], sorted[second]));
                pairs.Add((sorted[second], sorted[first]));
            }
        }
    }

    private static ImmutableArray<RedundantGroup> Group(PolicyStringList list, List<(int Wide, int Narrow)> pairs)
    {
        var known = new HashSet<(int, int)>(pairs);
        ILookup<int, int> narrower = pairs.ToLookup(pair => pair.Wide, pair => pair.Narrow);
        ILookup<int, int> wider = pairs.ToLookup(pair => pair.Narrow, pair => pair.Wide);

        // What nothing covers but its equals heads a group, and of equals the first does.
        bool IsHead(int wide) => wider[wide].All(other => known.Contains((wide, other)) && wide < other);

        return
        [
            .. narrower.Select(group => group.Key)
                .Where(IsHead)
                .Select(wide => (Wide: wide, Members: narrower[wide].Append(wide).Distinct().Order().ToList()))
                .OrderBy(group => group.Members[0])
                .ThenBy(group => group.Wide)
                .Select(group => new RedundantGroup(list[group.Wide], [.. group.Members.Select(index => list[index])])),
        ];
    }
}
