using System.Globalization;
using CsCheck;
using PolicyLint.Fixing;

namespace PolicyLint.Tests.Fixing;

public sealed class UnifiedDiffTests
{
    private static readonly string[] Letters = ["a", "b", "c", "d\r"];

    private static readonly Gen<string> Text =
        Gen.Select(Gen.Int[0, 3].Select(i => Letters[i]).Array[0, 30], Gen.Bool)
            .Select((lines, endsOpen) => lines.Length == 0 ? "" : string.Join('\n', lines) + (endsOpen ? "" : "\n"));

    [Test]
    public void Equal_texts_have_no_patch() => Diff("a\nb\n", "a\nb\n").Should().BeEmpty();

    [Test]
    public void A_change_stands_in_three_lines_of_context() =>
        Diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n").Should().Be(
            "--- a/p.json\n+++ b/p.json\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");

    [Test]
    public void Changes_far_apart_are_two_hunks() =>
        Diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n", "one\n2\n3\n4\n5\n6\n7\n8\n9\nten\n").Should().Be(
            "--- a/p.json\n+++ b/p.json\n@@ -1,4 +1,4 @@\n-1\n+one\n 2\n 3\n 4\n@@ -7,4 +7,4 @@\n 7\n 8\n 9\n-10\n+ten\n");

    [Test]
    public void A_missing_line_end_is_said() =>
        Diff("a\nb", "a\nc\n").Should().Be("--- a/p.json\n+++ b/p.json\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n");

    [Test]
    public void A_file_that_was_empty_has_no_line_before() =>
        Diff("", "a\n").Should().Be("--- a/p.json\n+++ b/p.json\n@@ -0,0 +1,1 @@\n+a\n");

    [Test]
    public void The_patch_makes_the_new_text_of_the_old_one() =>
        Gen.Select(Text, Text).Sample((before, after) => Patch(before, Diff(before, after)) == after);

    [Test]
    public void Texts_too_long_to_align_are_shown_as_a_whole()
    {
        string before = string.Concat(Enumerable.Range(0, 3000).Select(i => $"a{i}\n"));
        string after = string.Concat(Enumerable.Range(0, 3000).Select(i => $"b{i}\n"));

        Patch(before, Diff(before, after)).Should().Be(after);
    }

    private static string Diff(string before, string after) => UnifiedDiff.Of(SourceText.From(before), SourceText.From(after), "p.json");

    // What patch(1) does, without its tolerance.
    private static string Patch(string before, string patch)
    {
        string[] olds = before.Split('\n');
        var result = new List<string>();
        int at = 0;
        string[] lines = patch.Split('\n');
        for (int i = 2; i < lines.Length - 1; i++)
        {
            string line = lines[i];
            if (line.StartsWith("@@ -", StringComparison.Ordinal))
            {
                int[] range = [.. line.Split(' ')[1][1..].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
                int start = range[1] == 0 ? range[0] : range[0] - 1;
                while (at < start)
                    result.Add(olds[at++] + "\n");
            }
            else if (line.StartsWith('\\'))
            {
                // Says of the line before that it has no end.
                if (lines[i - 1][0] != '-')
                    result[^1] = result[^1][..^1];
            }
            else if (line[0] == '+')
            {
                result.Add(line[1..] + "\n");
            }
            else
            {
                olds[at++].Should().Be(line[1..]);
                if (line[0] == ' ')
                    result.Add(line[1..] + "\n");
            }
        }

        return string.Concat(result) + (patch.Length == 0 || at < olds.Length ? string.Join('\n', olds[at..]) : "");
    }
}
