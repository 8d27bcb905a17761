using System.Globalization;
using System.Text;

namespace PolicyLint.Reporting;

/// <summary>Makes text that comes from a policy harmless where it is shown.</summary>
public static class SafeText
{
    /// <summary>
    /// Writes control characters, line ends, bidirectional controls and unpaired surrogates as <c>\uXXXX</c>,
    /// so that the text can neither move a terminal's cursor, start a new log line, nor show in another order than it has.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (int i = 0; i < text.Length; i++)
        {
            if (IsHostile(text, i))
                return EscapeFrom(text, i);
        }

        return text;
    }

    private static string EscapeFrom(string text, int first)
    {
        var escaped = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (int i = first; i < text.Length; i++)
        {
            if (IsHostile(text, i))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
            else
                escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    private static bool IsHostile(string text, int index)
    {
        char character = text[index];
        if (character is >= ' ' and < '\u007F')
            return false;

        return char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format => true,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
            UnicodeCategory.OtherNotAssigned => true,
            UnicodeCategory.Surrogate => !IsHalfOfPair(text, index),
            _ => false,
        };
    }

    private static bool IsHalfOfPair(string text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);
}
