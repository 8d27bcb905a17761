using System.Globalization;
using System.Text;
using PolicyLint.Rules;

namespace PolicyLint.Reporting;

/// <summary>The findings of a Markdown summary, by file. Of each severity no more is kept than could be written.</summary>
internal sealed class MarkdownFindings(int limit)
{
    // Room for the line that counts what was left out.
    private const int Reserve = 256;

    private const string TableHead = "| | Line | Rule | Finding |\n| --- | ---: | --- | --- |\n";
    private const string RemediesHead = "<details><summary>What to do</summary>\n\n";
    private const string RemediesEnd = "\n</details>\n\n";

    private static readonly Severity[] GravestFirst = [Severity.Error, Severity.Warning, Severity.Suggestion];

    private readonly Dictionary<string, int> _files = new(StringComparer.Ordinal);
    private readonly List<Row> _rows = [];
    private readonly int[] _bytes = new int[GravestFirst.Length];
    private readonly int[] _left = new int[GravestFirst.Length];

    public void Add(Finding finding)
    {
        string text = RowText(finding);
        int bytes = Encoding.UTF8.GetByteCount(text);
        if (_bytes[(int)finding.Severity] + bytes > limit)
        {
            _left[(int)finding.Severity]++;
            return;
        }

        _bytes[(int)finding.Severity] += bytes;
        string file = finding.Source.Path ?? ReportedPath.OfNameless;
        if (!_files.TryGetValue(file, out int number))
            _files[file] = number = _files.Count;

        _rows.Add(new Row(number, finding.Severity, finding.Rule, text, bytes));
    }

    /// <summary>Writes as many as there is room for, the gravest first chosen, in the order of the files.</summary>
    public void Write(TextWriter writer, int room)
    {
        HashSet<Row> chosen = Choose(room - Reserve, out HashSet<RuleDescriptor> rules);
        string[] headings = [.. _files.Keys.Select(Heading)];
        foreach (IGrouping<int, Row> file in _rows.Where(chosen.Contains).GroupBy(row => row.File))
        {
            writer.Write(headings[file.Key]);
            foreach (Row row in file)
                writer.Write(row.Text);

            writer.Write("\n");
        }

        if (Rest(chosen) is { } rest)
            writer.Write($"**{rest}** are not shown: there is no room for them here.\n\n");

        WriteRemedies(writer, rules);
    }

    private HashSet<Row> Choose(int room, out HashSet<RuleDescriptor> rules)
    {
        var chosen = new HashSet<Row>(ReferenceEqualityComparer.Instance);
        var files = new HashSet<int>();
        rules = [];
        string[] headings = [.. _files.Keys.Select(Heading)];
        room -= RemediesHead.Length + RemediesEnd.Length;
        foreach (Row row in GravestFirst.SelectMany(severity => _rows.Where(row => row.Severity == severity)))
        {
            int cost = row.Bytes;
            if (!files.Contains(row.File))
                cost += Encoding.UTF8.GetByteCount(headings[row.File]) + 1;
            if (!rules.Contains(row.Rule))
                cost += Encoding.UTF8.GetByteCount(Remedy(row.Rule));
            if (cost > room)
                break;

            room -= cost;
            chosen.Add(row);
            files.Add(row.File);
            rules.Add(row.Rule);
        }

        return chosen;
    }

    private string? Rest(HashSet<Row> chosen)
    {
        var rest = new RunSummary
        {
            Errors = LeftOut(Severity.Error, chosen),
            Warnings = LeftOut(Severity.Warning, chosen),
            Suggestions = LeftOut(Severity.Suggestion, chosen),
        };
        return rest is { Errors: 0, Warnings: 0, Suggestions: 0 } ? null : $"{SummaryPhrase.OfFindings(rest)} more";
    }

    private int LeftOut(Severity severity, HashSet<Row> chosen) =>
        _left[(int)severity] + _rows.Count(row => row.Severity == severity && !chosen.Contains(row));

    private static void WriteRemedies(TextWriter writer, HashSet<RuleDescriptor> rules)
    {
        if (rules.Count == 0)
            return;

        writer.Write(RemediesHead);
        foreach (RuleDescriptor rule in rules.OrderBy(rule => rule.Id, StringComparer.Ordinal))
            writer.Write(Remedy(rule));

        writer.Write(RemediesEnd);
    }

    private static string Heading(string file) => $"### {MarkdownText.Code(file)}\n\n{TableHead}";

    private static string Remedy(RuleDescriptor rule) => $"- {RuleLink(rule)} {MarkdownText.Plain(rule.Name)}: {MarkdownText.Message(rule.Remedy)}\n";

    private static string RuleLink(RuleDescriptor rule) => MarkdownText.Link(rule.Id, rule.HelpUri);

    private static string RowText(Finding finding)
    {
        string policy = finding.Policy is { } address ? $"{MarkdownText.Code(address)}<br>" : "";
        string confirmed = finding.Confirmation == Confirmation.NotChecked ? "" : $"<br>Access Analyzer: {finding.Confirmation.ToName()}";
        string line = finding.Start.Line.ToString(CultureInfo.InvariantCulture);
        return $"| {Sign(finding.Severity)} {finding.Severity.ToName()} | {line} | {RuleLink(finding.Rule)} {MarkdownText.Plain(finding.Rule.Name)} | {policy}{MarkdownText.Message(finding.Message)}{confirmed} |\n";
    }

    private static string Sign(Severity severity) => severity switch
    {
        Severity.Error => "❌",
        Severity.Warning => "⚠️",
        _ => "💡",
    };

    private sealed record Row(int File, Severity Severity, RuleDescriptor Rule, string Text, int Bytes);
}
