namespace PolicyLint.Tests.Parsing;

/// <summary>A text in which <c>[|…|]</c> marks the places where something is expected.</summary>
internal sealed record MarkedText(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static MarkedText Parse(string marked)
    {
        var spans = new List<TextSpan>();
        string text = "";
        while (marked.IndexOf("[|", StringComparison.Ordinal) is var start and >= 0)
        {
            int end = marked.IndexOf("|]", start + 2, StringComparison.Ordinal);
            text += marked[..start];
            spans.Add(new TextSpan(ByteCount(text), ByteCount(marked[(start + 2)..end])));
            text += marked[(start + 2)..end];
            marked = marked[(end + 2)..];
        }

        text += marked;
        return new MarkedText(text, spans);
    }

    private static int ByteCount(string text) => System.Text.Encoding.UTF8.GetByteCount(text);
}
