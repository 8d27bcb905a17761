namespace PolicyLint.Reporting;

/// <summary>A place that is marked in a source, and how.</summary>
internal readonly record struct SourceMark(TextSpan Span, string Style);

/// <summary>
/// Lines of a source with their numbers, places marked. Looks only at the bytes near the marks, so that a policy on one
/// huge line costs no more than another.
/// </summary>
internal sealed class SourceView(HtmlWriter html, SourceText source)
{
    private const int MostOfLine = 600;
    private const int BeforeMark = 160;
    private const int MostLinesOfMark = 12;
    private const int Context = 2;

    /// <summary>Writes the lines around the marks. The first mark gets more of them than the others.</summary>
    public void WriteExcerpt(IReadOnlyList<SourceMark> marks)
    {
        var lines = new SortedSet<int>();
        for (int i = 0; i < marks.Count; i++)
            AddLines(lines, marks[i].Span, i == 0 ? Context : 1);

        WriteLines(lines, marks);
    }

    /// <summary>Writes every line.</summary>
    public void WriteAll(IReadOnlyList<SourceMark> marks) => WriteLines(Enumerable.Range(1, source.LineCount), marks);

    private void AddLines(SortedSet<int> lines, TextSpan span, int context)
    {
        int first = source.GetPosition(span.Start).Line;
        int last = source.GetPosition(Math.Max(span.Start, span.End - 1)).Line;
        AddRange(lines, first - context, first + context);
        AddRange(lines, first, Math.Min(last, first + MostLinesOfMark));
        AddRange(lines, last, last + context);
    }

    private void AddRange(SortedSet<int> lines, int first, int last)
    {
        for (int line = Math.Max(1, first); line <= Math.Min(source.LineCount, last); line++)
            lines.Add(line);
    }

    private void WriteLines(IEnumerable<int> lines, IReadOnlyList<SourceMark> marks)
    {
        // Focusable, so that what is wider than the page can be scrolled from the keyboard.
        html.Write($"<pre class=\"source\" tabindex=\"0\" role=\"region\" aria-label=\"Source\">");
        int previous = 0;
        foreach (int line in lines)
        {
            if (previous > 0 && line > previous + 1)
                html.Write($"<span class=\"gap\" aria-hidden=\"true\">⋯</span>");

            html.Write($"<span class=\"line\"><span class=\"no\" data-no=\"{line}\"></span>");
            WriteLine(source.GetLineSpan(line), marks);
            html.Write($"\n</span>");
            previous = line;
        }

        html.Write($"</pre>");
    }

    private void WriteLine(TextSpan line, IReadOnlyList<SourceMark> marks)
    {
        SourceMark[] here = [.. marks.Where(mark => mark.Span.Start < line.End && mark.Span.End > line.Start || mark.Span.Length == 0 && mark.Span.Start >= line.Start && mark.Span.Start <= line.End)];
        TextSpan shown = Window(line, here);
        if (shown.Start > line.Start)
            html.Write($"<span class=\"cut\">…</span>");

        int[] bounds =
        [
            .. here.SelectMany(mark => new[] { mark.Span.Start, mark.Span.End }).Where(bound => bound > shown.Start && bound < shown.End)
                .Append(shown.Start).Append(shown.End).Distinct().Order(),
        ];
        for (int i = 0; i + 1 < bounds.Length; i++)
            WritePiece(TextSpan.FromBounds(bounds[i], bounds[i + 1]), here);

        if (shown.End < line.End)
            html.Write($"<span class=\"cut\">…</span>");
    }

    private void WritePiece(TextSpan piece, SourceMark[] marks)
    {
        string text = source.GetText(piece).Replace("\t", "    ", StringComparison.Ordinal);

        // Of marks that lie on each other the first is the one that matters.
        SourceMark mark = Array.Find(marks, mark => mark.Span.Start <= piece.Start && mark.Span.End >= piece.End);
        if (mark.Style is null)
            html.Write($"{text}");
        else
            html.Write($"<mark class=\"{mark.Style}\">{text}</mark>");
    }

    private TextSpan Window(TextSpan line, SourceMark[] marks)
    {
        if (line.Length <= MostOfLine)
            return line;

        int mark = marks.Length == 0 ? line.Start : Math.Max(line.Start, marks[0].Span.Start);
        int start = AtCharacter(Math.Max(line.Start, mark - BeforeMark));
        return TextSpan.FromBounds(start, AtCharacter(Math.Min(line.End, start + MostOfLine)));
    }

    private int AtCharacter(int offset)
    {
        while (offset > 0 && offset < source.Bytes.Length && (source.Bytes.Span[offset] & 0xC0) == 0x80)
            offset--;

        return offset;
    }
}
