using System.Globalization;
using System.Text;

namespace PolicyLint.Reporting;

/// <summary>What a Markdown summary says of what was not checked: two lists, each within a number of bytes, the rest counted.</summary>
internal sealed class MarkdownNotes(int room)
{
    private readonly BoundedList _parts = new(room);
    private readonly BoundedList _failures = new(room);

    public void Add(NotEvaluated part)
    {
        string policy = part.Policy is { } address ? $" ({MarkdownText.Code(address)})" : "";
        string line = part.Source.GetPosition(part.Span.Start).Line.ToString(CultureInfo.InvariantCulture);
        _parts.Add($"- {MarkdownText.Code(part.Source.Path ?? ReportedPath.OfNameless)} line {line}{policy}: {MarkdownText.Message(part.Reason)}\n");
    }

    public void AddFailure(string? path, string reason) =>
        _failures.Add($"- {MarkdownText.Code(path ?? ReportedPath.OfNameless)}: {MarkdownText.Message(reason)}\n");

    /// <summary>What kept files from being checked, open: nobody is to overlook it. Empty where there is nothing.</summary>
    public string Failures() => _failures.Count == 0 ? "" : $"**Not checked:**\n\n{_failures}\n";

    /// <summary>What could not be judged, folded. Empty where there is nothing.</summary>
    public string NotEvaluated() => _parts.Count == 0
        ? ""
        : $"<details><summary>Not evaluated: {SummaryPhrase.Count(_parts.Count, "part", "parts")}</summary>\n\n{_parts}\n</details>\n\n";

    private sealed class BoundedList(int room)
    {
        private readonly StringBuilder _text = new();
        private int _left;
        private int _room = room;

        public int Count { get; private set; }

        public void Add(string line)
        {
            Count++;
            int bytes = Encoding.UTF8.GetByteCount(line);
            if (_left > 0 || bytes > _room)
            {
                _left++;
                return;
            }

            _room -= bytes;
            _text.Append(line);
        }

        public override string ToString() => _left == 0 ? _text.ToString() : string.Create(CultureInfo.InvariantCulture, $"{_text}- and {_left} more\n");
    }
}
