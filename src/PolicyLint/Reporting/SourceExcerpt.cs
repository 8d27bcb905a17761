using System.Globalization;

namespace PolicyLint.Reporting;

/// <summary>
/// The source lines of a finding, with a caret underline for its main place and a lighter one, with a word on why, for
/// each related place.
/// </summary>
internal sealed class SourceExcerpt
{
    private const int MostRelated = 6;
    private const int LeastGutter = 5;

    private readonly Finding _finding;
    private readonly TextStyle _style;
    private readonly int _width;
    private readonly int _gutter;
    private readonly List<Mark> _marks = [];

    public SourceExcerpt(Finding finding, TextStyle style, int width)
    {
        _finding = finding;
        _style = style;
        AddMark(finding.Span, note: "", isMain: true);
        foreach (RelatedPlace place in finding.Related.Take(MostRelated))
            AddMark(place.Span, place.Note, isMain: false);

        _marks.Sort((left, right) => (left.Span.Start, right.IsMain).CompareTo((right.Span.Start, left.IsMain)));
        _gutter = Math.Max(LeastGutter, Number(_marks.Max(mark => mark.Line)).Length);
        _width = Math.Max(20, width - _gutter - 3);
    }

    /// <summary>The lines to write, without line ends.</summary>
    public IEnumerable<string> Lines()
    {
        for (int first = 0; first < _marks.Count;)
        {
            int end = EndOfGroup(first);
            var extent = TextSpan.FromBounds(_marks[first].Span.Start, _marks[first..end].Max(mark => mark.Span.End));
            LineWindow window = LineWindow.Around(_finding.Source, extent, _width);
            yield return $"{Gutter(Number(_marks[first].Line))} {window.Text}".TrimEnd();
            for (; first < end; first++)
                yield return $"{Gutter("")} {Underline(_marks[first], window)}";
        }

        if (_finding.Related.Length > MostRelated)
            yield return $"{Gutter("")} {_style.Dress(TextRole.Related, $"… and {Number(_finding.Related.Length - MostRelated)} more places")}";
    }

    // Places of one line that fit into one window are shown under one copy of the line.
    private int EndOfGroup(int first)
    {
        int end = first + 1;
        while (end < _marks.Count && _marks[end].Line == _marks[first].Line && _marks[end].Span.End - _marks[first].Span.Start <= _width / 2)
            end++;

        return end;
    }

    private string Underline(Mark mark, LineWindow window)
    {
        var (start, length) = window.Locate(mark.Span);
        string line = new(mark.IsMain ? '^' : '─', length);
        string note = mark.LastLine > mark.Line ? $"to line {Number(mark.LastLine)}" : "";
        note = string.Join(", ", new[] { SafeText.Escape(mark.Note), note }.Where(part => part.Length > 0));
        string underline = note.Length == 0 ? line : $"{line} {note}";
        string dressed = mark.IsMain ? _style.Dress(_finding.Severity, underline) : _style.Dress(TextRole.Related, underline);
        return new string(' ', start) + dressed;
    }

    private string Gutter(string number) => _style.Dress(TextRole.Quiet, $"{number.PadLeft(_gutter)} |");

    private void AddMark(TextSpan span, string note, bool isMain)
    {
        LinePosition start = _finding.Source.GetPosition(span.Start);
        LinePosition last = _finding.Source.GetPosition(Math.Max(span.Start, span.End - 1));
        _marks.Add(new Mark(span, start.Line, last.Line, note, isMain));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Mark(TextSpan Span, int Line, int LastLine, string Note, bool IsMain);
}
