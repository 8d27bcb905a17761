using System.Text;

namespace PolicyLint.DocGen;

/// <summary>
/// Source files shown in a guide: the fence after <c>&lt;!-- code: path --&gt;</c> always holds the file, so that what a
/// reader copies compiles.
/// </summary>
internal static class IncludedCode
{
    private const string Mark = "<!-- code: ";

    public static string Render(string root, string guide)
    {
        var text = new StringBuilder();
        string[] lines = guide.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            text.Append(lines[i]).Append(i < lines.Length - 1 ? "\n" : "");
            if (!lines[i].StartsWith(Mark, StringComparison.Ordinal))
                continue;

            string path = lines[i][Mark.Length..lines[i].IndexOf(" -->", StringComparison.Ordinal)];
            string code = File.ReadAllText(Path.Combine(root, path)).ReplaceLineEndings("\n").TrimEnd('\n');
            text.Append("```csharp\n").Append(code).Append("\n```\n");
            if (i + 1 < lines.Length && lines[i + 1] == "```csharp")
                i = Array.IndexOf(lines, "```", i + 1);
        }

        return text.ToString();
    }
}
