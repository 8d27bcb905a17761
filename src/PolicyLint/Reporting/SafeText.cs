using System.Globalization;
using System.Text;

namespace PolicyLint.Reporting;

/// <summary>Makes text that comes from a policy or a file name harmless where it is shown.</summary>
public static class SafeText
{
    internal const string EscapedHash = "\\u0023";

    /// <summary>
    /// Writes control and format characters (escape sequences, line ends, bidirectional and invisible ones), unassigned
    /// characters and unpaired surrogates as <c>\uXXXX</c>, so that the text can neither move a terminal's cursor, start
    /// a new log line, nor show in another order than it has. The <c>##</c> that starts a command in the log of a build
    /// server (<c>##[…]</c>, <c>##vso[…]</c>, <c>##teamcity[…]</c>) is broken in the same way.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? escaped = null;
        int copied = 0;
        for (int at = 0; at < text.Length;)
        {
            int length = Take(text, at, out bool isHostile);
            if (isHostile)
            {
                escaped ??= new StringBuilder(text.Length + 16);
                escaped.Append(text, copied, at - copied);
                for (int i = at; i < at + length; i++)
                    escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
                copied = at + length;
            }

            at += length;
        }

        return escaped is null ? text : escaped.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>
    /// Keeps a finished line from being read as a command by a build server that looks for <c>::command::</c> at the
    /// start of a line, spaces before it or not.
    /// </summary>
    internal static string EscapeLineStart(string line)
    {
        int first = line.AsSpan().IndexOfAnyExcept(' ');
        return first >= 0 && line.AsSpan(first).StartsWith("::") ? $"{line[..first]}\\u003A{line[(first + 1)..]}" : line;
    }

    private static int Take(string text, int at, out bool isHostile)
    {
        char character = text[at];
        if (character is >= ' ' and < '\u007F')
        {
            isHostile = character == '#' && at > 0 && text[at - 1] == '#';
            return 1;
        }

        if (!Rune.TryGetRuneAt(text, at, out Rune rune))
        {
            isHostile = true;
            return 1;
        }

        isHostile = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
        return rune.Utf16SequenceLength;
    }
}
