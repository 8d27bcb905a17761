using System.Collections.Immutable;
using System.Text;

namespace PolicyLint.TestKit;

/// <summary>
/// A document with marks: <c>[|…|]</c> around each place where a finding is expected, <c>(|…|)</c> around a second place
/// of a finding. Neither pair of characters can stand in JSON outside a string. <c>{?}</c> is a part that is not known
/// before deployment, such as a template's parameter.
/// </summary>
public sealed class MarkedText
{
    private MarkedText(string text, ImmutableArray<TextSpan> places, ImmutableArray<TextSpan> related)
    {
        Text = text;
        Places = places;
        Related = related;
    }

    /// <summary>The document without its marks, lines ended by LF.</summary>
    public string Text { get; }

    /// <summary>The places marked <c>[|…|]</c>, in UTF-8 bytes, in the order of the text.</summary>
    public ImmutableArray<TextSpan> Places { get; }

    /// <summary>The places marked <c>(|…|)</c>.</summary>
    public ImmutableArray<TextSpan> Related { get; }

    /// <summary>Takes the marks out of a document.</summary>
    /// <exception cref="FormatException">A mark is opened and not closed, or closed and not opened.</exception>
    public static MarkedText Parse(string markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        markup = markup.ReplaceLineEndings("\n").Replace("{?}", $"{PolicyString.Unknown}", StringComparison.Ordinal);
        var text = new StringBuilder(markup.Length);
        var places = ImmutableArray.CreateBuilder<TextSpan>();
        var related = ImmutableArray.CreateBuilder<TextSpan>();
        (char Close, int Start)? open = null;
        int bytes = 0;
        for (int i = 0; i < markup.Length; i++)
        {
            string two = i + 1 < markup.Length ? markup.Substring(i, 2) : "";
            switch (two)
            {
                case "[|" or "(|":
                    if (open is not null)
                        throw new FormatException($"`{two}` inside another mark: {Excerpt(markup, i)}");
                    open = (two == "[|" ? ']' : ')', bytes);
                    i++;
                    break;

                case "|]" or "|)":
                    if (open is not { } mark || mark.Close != two[1])
                        throw new FormatException($"`{two}` closes no mark: {Excerpt(markup, i)}");
                    (mark.Close == ']' ? places : related).Add(TextSpan.FromBounds(mark.Start, bytes));
                    open = null;
                    i++;
                    break;

                default:
                    int length = char.IsHighSurrogate(markup[i]) && two.Length == 2 ? 2 : 1;
                    text.Append(markup, i, length);
                    bytes += Encoding.UTF8.GetByteCount(markup.AsSpan(i, length));
                    i += length - 1;
                    break;
            }
        }

        if (open is not null)
            throw new FormatException($"A mark is not closed: {markup}");

        return new MarkedText(text.ToString(), places.ToImmutable(), related.ToImmutable());
    }

    private static string Excerpt(string markup, int at) => markup[Math.Max(0, at - 20)..Math.Min(markup.Length, at + 20)];
}
