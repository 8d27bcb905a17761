using System.Globalization;
using System.Text;

namespace PolicyLint.Reporting;

/// <summary>How many columns of a terminal a character takes.</summary>
internal static class CellWidth
{
    // The wide and full-width blocks of Unicode's East Asian Width (UAX #11), and the emoji that terminals draw wide.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF),
        (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6),
        (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return 0;

        foreach (var (first, last) in Wide)
        {
            if (rune.Value < first)
                return 1;
            if (rune.Value <= last)
                return 2;
        }

        return 1;
    }

    public static int Of(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return text.Length;

        int cells = 0;
        foreach (Rune rune in text.EnumerateRunes())
            cells += Of(rune);

        return cells;
    }
}
