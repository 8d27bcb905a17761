using System.Text.RegularExpressions;

namespace PolicyLint.Cli.Tests;

/// <summary>A command of a page.</summary>
/// <param name="Line">Its line in the page.</param>
/// <param name="Text">What is typed.</param>
/// <param name="Output">What the page shows of its output, line by line; null where it shows none.</param>
internal sealed record DocCommand(int Line, string Text, IReadOnlyList<string>? Output);

/// <summary>The commands of one block of a page, to be run one after the other.</summary>
/// <param name="Line">The line of its fence.</param>
/// <param name="Commands">The commands.</param>
/// <param name="NotRun">Why it cannot be run by a test; null where it is.</param>
internal sealed record DocBlock(int Line, IReadOnlyList<DocCommand> Commands, string? NotRun);

/// <summary>
/// Reads the commands out of a Markdown page: each line of a block <c>sh</c> or <c>bash</c>, and in a block <c>console</c> each
/// line after <c>$</c>, with the output below it. The comment <c>&lt;!-- not run: REASON --&gt;</c> before a block keeps it from being run.
/// </summary>
internal static partial class DocPage
{
    public static IEnumerable<DocBlock> Read(string markdown)
    {
        string page = markdown.ReplaceLineEndings("\n");
        foreach (Match match in Block().Matches(page))
        {
            int line = page[..match.Groups["fence"].Index].Count(c => c == '\n') + 1;
            string[] lines = match.Groups["text"].Value.Split('\n')[..^1];
            string? reason = match.Groups["reason"] is { Success: true, Value: var why } ? why : null;
            DocCommand[] commands = match.Groups["language"].Value == "console" ? [.. OfConsole(lines, line + 1)] : [.. OfScript(lines, line + 1)];
            yield return new DocBlock(line, commands, reason);
        }
    }

    private static IEnumerable<DocCommand> OfScript(string[] lines, int first)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            int start = i;
            while (lines[i].EndsWith('\\') && i + 1 < lines.Length)
                i++;

            string text = string.Join('\n', lines[start..(i + 1)]);
            if (text.Length > 0 && text[0] != '#')
                yield return new DocCommand(first + start, text, Output: null);
        }
    }

    private static IEnumerable<DocCommand> OfConsole(string[] lines, int first)
    {
        int[] starts = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("$ ", StringComparison.Ordinal))];
        return starts.Select((start, i) => new DocCommand(
            first + start, lines[start][2..], lines[(start + 1)..(i + 1 < starts.Length ? starts[i + 1] : lines.Length)]));
    }

    [GeneratedRegex(@"(?:^<!-- not run: (?<reason>[^\n]+?) -->\n\n?)?^(?<fence>```(?<language>sh|bash|console))\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
