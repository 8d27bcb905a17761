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
    // Above so many, values are told apart by their hash first.
    private const int Few = 48;

    // No policy that AWS takes needs so many; it keeps the work linear for one that AWS would not take.
    private const int MaxComparisons = 1 << 22;

    /// <summary>The groups, in the order of their first members; none where no value covers another.</summary>
    /// <param name="list">The list.</param>
    /// <param name="ignoreCase">Whether letters are compared without regard to case: true for actions, false for resources.</param>
    public static ImmutableArray<RedundantGroup> Find(PolicyStringList list, bool ignoreCase)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (list.Count < 2)
            return [];

        List<(int Wide, int Narrow)>? pairs = null;
        AddCovered(list, ignoreCase, ref pairs);
        AddRepeated(list, ignoreCase, ref pairs);
        return pairs is null ? [] : Group(list, pairs);
    }

    private static void AddCovered(PolicyStringList list, bool ignoreCase, ref List<(int Wide, int Narrow)>? pairs)
    {
        int left = MaxComparisons;
        for (int wide = 0; wide < list.Count && left > 0; wide++)
        {
            ReadOnlySpan<byte> pattern = list.Utf8(wide);
            int literal = pattern.IndexOfAny((byte)'*', (byte)'?');
            if (literal < 0 || TextCoverage.HasUnknown(pattern))
                continue;

            left -= list.Count;
            for (int narrow = 0; narrow < list.Count; narrow++)
            {
                if (narrow != wide && TextCoverage.Covers(pattern, literal, list.Utf8(narrow), ignoreCase))
                    (pairs ??= []).Add((wide, narrow));
            }
        }
    }

    // Values without wildcards cover nothing but their equals.
    private static void AddRepeated(PolicyStringList list, bool ignoreCase, ref List<(int Wide, int Narrow)>? pairs)
    {
        if (list.Count > Few && !MayRepeat(list, ignoreCase))
            return;

        int left = MaxComparisons;
        for (int second = 1; second < list.Count && left > 0; second++)
        {
            ReadOnlySpan<byte> text = list.Utf8(second);
            if (text.ContainsAny((byte)'*', (byte)'?') || TextCoverage.HasUnknown(text))
                continue;

            left -= second;
            for (int first = 0; first < second; first++)
            {
                if (list.Utf8(first) is var other && other.Length == text.Length && TextCoverage.AreEqual(other, text, ignoreCase))
                {
                    (pairs ??= []).Add((first, second));
                    pairs.Add((second, first));
                }
            }
        }
    }

    private static bool MayRepeat(PolicyStringList list, bool ignoreCase)
    {
        var seen = new HashSet<int>(list.Count);
        for (int i = 0; i < list.Count; i++)
        {
            if (!seen.Add(TextCoverage.HashOf(list.Utf8(i), ignoreCase)))
                return true;
        }

        return false;
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
