using System.Globalization;
using System.Text;

namespace PolicyLint.TestKit;

/// <summary>Shows a document with carets under places, for the message of a failing test.</summary>
internal static class Carets
{
    /// <summary>The document, line by line, with each place underlined and its note beside.</summary>
    public static string Show(SourceText source, IEnumerable<(TextSpan Span, string Note)> places)
    {
        ILookup<int, (TextSpan Span, string Note)> byLine = places.OrderBy(place => place.Span.Start).ToLookup(place => source.GetPosition(place.Span.Start).Line);
        int width = source.LineCount.ToString(CultureInfo.InvariantCulture).Length;
        var shown = new StringBuilder();
        for (int line = 1; line <= source.LineCount; line++)
        {
            string text = source.GetLine(line);
            shown.Append(CultureInfo.InvariantCulture, $"  {line.ToString(CultureInfo.InvariantCulture).PadLeft(width)} | {text}\n");
            foreach (var (span, note) in byLine[line])
            {
                string gutter = $"  {new string(' ', width)} | ";
                LinePosition start = source.GetPosition(span.Start);
                LinePosition end = source.GetPosition(span.End);
                int endColumn = end.Line == start.Line ? end.Column : text.Length + 1;
                string indent = new([.. text.Take(start.Column - 1).Select(character => character == '\t' ? '\t' : ' ')]);
                string carets = new('^', Math.Max(1, endColumn - start.Column));
                string far = end.Line == start.Line ? "" : $" (to {end})";
                string[] notes = note.Split('\n');
                shown.Append(CultureInfo.InvariantCulture, $"{gutter}{indent}{carets}{far} {notes[0]}\n");
                foreach (string more in notes.Skip(1))
                    shown.Append(CultureInfo.InvariantCulture, $"{gutter}{indent}{new string(' ', carets.Length + far.Length)} {more}\n");
            }
        }

        return shown.ToString();
    }
}
