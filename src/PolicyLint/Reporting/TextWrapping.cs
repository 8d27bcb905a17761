using System.Text;

namespace PolicyLint.Reporting;

/// <summary>Breaks a sentence into lines at its spaces.</summary>
public static class TextWrapping
{
    /// <summary>
    /// The lines of a text, none wider than <paramref name="width"/> columns unless a single word is. Text in backticks
    /// comes from a policy and is not broken, so that it can never stand at the start of a line of its own.
    /// </summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder(Math.Min(Math.Max(width, 0), text.Length));
        int cells = 0;
        foreach (string word in Words(text))
        {
            int wordCells = CellWidth.Of(word);
            if (cells > 0 && cells + 1 + wordCells > width)
            {
                yield return line.ToString();
                line.Clear();
                cells = 0;
            }

            if (cells > 0)
            {
                line.Append(' ');
                cells++;
            }

            line.Append(word);
            cells += wordCells;
        }

        if (cells > 0)
            yield return line.ToString();
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = 0;
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '`')
                quoted = !quoted && text.IndexOf('`', i + 1) > 0;

            if (text[i] != ' ' || quoted)
                continue;

            if (i > start)
                yield return text[start..i];
            start = i + 1;
        }

        if (start < text.Length)
            yield return text[start..];
    }
}
