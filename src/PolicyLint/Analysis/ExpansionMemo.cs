using System.Text;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>
/// The sets of the wildcard patterns met of late: policies repeat <c>ec2:Describe*</c> and its like over and over. A pattern
/// has one place, which the last one to need it takes; what lies there never changes, so that threads need no lock.
/// </summary>
internal sealed class ExpansionMemo
{
    private const int Places = 4096;
    private const int LongestPattern = 96;

    // A run over few policies may need none.
    private Entry?[]? _entries;

    public ActionSet? Find(ReadOnlySpan<byte> pattern) =>
        _entries?[PlaceOf(pattern)] is { } entry && Ascii.EqualsIgnoreCase(entry.Pattern, pattern) ? entry.Actions : null;

    public void Keep(ReadOnlySpan<byte> pattern, ActionSet actions)
    {
        if (pattern.Length > LongestPattern)
            return;

        Entry?[] entries = _entries ??= new Entry?[Places];
        entries[PlaceOf(pattern)] = new Entry(pattern.ToArray(), actions);
    }

    private static int PlaceOf(ReadOnlySpan<byte> pattern) => (int)(CatalogLayout.HashOfName(pattern) % Places);

    private sealed record Entry(byte[] Pattern, ActionSet Actions);
}
