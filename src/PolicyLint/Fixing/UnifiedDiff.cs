using System.Globalization;
using System.Text;

namespace PolicyLint.Fixing;

/// <summary>
/// The difference of two texts as a patch that <c>git apply</c> and <c>patch</c> take. Lines keep their ends, a carriage
/// return among them: whoever shows the patch at a terminal makes its text harmless first.
/// </summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    // Beyond this many pairs of lines, what differs is shown as a whole.
    private const int MaxPairs = 1 << 22;

    /// <summary>The patch, its lines ended with LF; empty where the texts are the same.</summary>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    /// <param name="path">The file's path.</param>
    public static string Of(SourceText before, SourceText after, string path)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(path);
        List<(char Mark, string Line)> script = Compare(Lines(before), Lines(after));
        if (script.TrueForAll(static entry => entry.Mark == ' '))
            return "";

        var patch = new StringBuilder($"--- a/{path}\n+++ b/{path}\n");
        int oldLine = 1, newLine = 1;
        for (int at = 0; at < script.Count;)
        {
            int change = script.FindIndex(at, static entry => entry.Mark != ' ');
            if (change < 0)
                break;

            int start = Math.Max(at, change - Context);
            oldLine += start - at;
            newLine += start - at;
            List<(char Mark, string Line)> hunk = script[start..EndOfHunk(script, change)];
            int olds = hunk.Count(static entry => entry.Mark != '+');
            int news = hunk.Count(static entry => entry.Mark != '-');
            patch.Append(CultureInfo.InvariantCulture, $"@@ -{Range(oldLine, olds)} +{Range(newLine, news)} @@\n");
            foreach (var (mark, line) in hunk)
                patch.Append(mark).Append(line).Append(line.EndsWith('\n') ? "" : "\n\\ No newline at end of file\n");

            (oldLine, newLine, at) = (oldLine + olds, newLine + news, start + hunk.Count);
        }

        return patch.ToString();
    }

    // A range of no lines names the line before it.
    private static string Range(int first, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? first - 1 : first)},{count}");

    // Changes with at most twice the context between them are one hunk.
    private static int EndOfHunk(List<(char Mark, string Line)> script, int change)
    {
        int last = change;
        for (int at = change; at < script.Count && at - last <= 2 * Context; at++)
        {
            if (script[at].Mark != ' ')
                last = at;
        }

        return Math.Min(script.Count, last + 1 + Context);
    }

    private static List<(char Mark, string Line)> Compare(List<string> before, List<string> after)
    {
        int head = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head])
            head++;

        int tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;

        List<string> olds = before[head..^tail];
        List<string> news = after[head..^tail];
        return
        [
            .. before[..head].Select(Same),
            .. (long)olds.Count * news.Count <= MaxPairs ? Align(olds, news) : [.. olds.Select(Gone), .. news.Select(Added)],
            .. before[(before.Count - tail)..].Select(Same),
        ];
    }

    // The longest common subsequence, walked from the start.
    private static IEnumerable<(char Mark, string Line)> Align(List<string> olds, List<string> news)
    {
        var common = new int[olds.Count + 1, news.Count + 1];
        for (int i = olds.Count - 1; i >= 0; i--)
        {
            for (int j = news.Count - 1; j >= 0; j--)
                common[i, j] = olds[i] == news[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        for (int i = 0, j = 0; i < olds.Count || j < news.Count;)
        {
            if (i < olds.Count && j < news.Count && olds[i] == news[j])
            {
                yield return Same(olds[i++]);
                j++;
            }
            else if (j == news.Count || (i < olds.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return Gone(olds[i++]);
            }
            else
            {
                yield return Added(news[j++]);
            }
        }
    }

    private static (char, string) Same(string line) => (' ', line);

    private static (char, string) Gone(string line) => ('-', line);

    private static (char, string) Added(string line) => ('+', line);

    private static List<string> Lines(SourceText text)
    {
        string whole = Encoding.UTF8.GetString(text.Bytes.Span);
        var lines = new List<string>();
        for (int at = 0; at < whole.Length;)
        {
            int end = whole.IndexOf('\n', at) is var next and >= 0 ? next + 1 : whole.Length;
            lines.Add(whole[at..end]);
            at = end;
        }

        return lines;
    }
}
