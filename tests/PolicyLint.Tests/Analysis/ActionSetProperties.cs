using CsCheck;
using PolicyLint.Analysis;

namespace PolicyLint.Tests.Analysis;

public sealed class ActionSetProperties
{
    private static readonly Gen<(ActionSet Set, HashSet<int> Oracle)> Sets =
        Gen.Select(Gen.Int[0, 38], Gen.Int[0, 12]).Array[0, 6].Select(ranges =>
        {
            var builder = new ActionSetBuilder();
            var oracle = new HashSet<int>();
            foreach (var (first, length) in ranges)
            {
                builder.Add(first, first + length);
                oracle.UnionWith(Enumerable.Range(first, length));
            }

            return (builder.ToSet(), oracle);
        });

    [Test]
    public void Building_merges_ranges() => Sets.Sample(a => IsSame(a.Set, a.Oracle));

    [Test]
    public void Union_agrees_with_sets() =>
        Gen.Select(Sets, Sets).Sample((a, b) => IsSame(a.Set.Union(b.Set), a.Oracle.Union(b.Oracle)));

    [Test]
    public void Intersect_agrees_with_sets() =>
        Gen.Select(Sets, Sets).Sample((a, b) => IsSame(a.Set.Intersect(b.Set), a.Oracle.Intersect(b.Oracle)));

    [Test]
    public void Except_agrees_with_sets() =>
        Gen.Select(Sets, Sets).Sample((a, b) => IsSame(a.Set.Except(b.Set), a.Oracle.Except(b.Oracle)));

    [Test]
    public void IsSupersetOf_agrees_with_sets() =>
        Gen.Select(Sets, Sets).Sample((a, b) => a.Set.IsSupersetOf(b.Set) == a.Oracle.IsSupersetOf(b.Oracle));

    [Test]
    public void Overlaps_agrees_with_sets() =>
        Gen.Select(Sets, Sets).Sample((a, b) => a.Set.Overlaps(b.Set) == a.Oracle.Overlaps(b.Oracle));

    [Test]
    public void Contains_agrees_with_sets() =>
        Gen.Select(Sets, Gen.Int[0, 55]).Sample((a, ordinal) => a.Set.Contains(ordinal) == a.Oracle.Contains(ordinal));

    [Test]
    public void Sets_are_equal_when_they_hold_the_same_actions() =>
        Gen.Select(Sets, Sets).Sample((a, b) =>
        {
            bool same = a.Oracle.SetEquals(b.Oracle);
            return a.Set.Equals(b.Set) == same && (!same || a.Set.GetHashCode() == b.Set.GetHashCode());
        });

    [Test]
    public void A_negative_range_is_refused()
    {
        FluentActions.Invoking(() => ActionSet.FromRange(3, 2)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => ActionSet.FromRange(-1, 2)).Should().Throw<ArgumentOutOfRangeException>();
    }

    // Enumeration, count and emptiness must tell the same story, and the bounds must be in their one normal form.
    private static bool IsSame(ActionSet set, IEnumerable<int> oracle)
    {
        int[] expected = [.. oracle.Order()];
        int[] bounds = set.Bounds.ToArray();
        return set.SequenceEqual(expected)
            && set.Count == expected.Length
            && set.IsEmpty == (expected.Length == 0)
            && bounds.Distinct().Order().SequenceEqual(bounds);
    }
}
