using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace PolicyLint.Reporting;

/// <summary>
/// Writes HTML. What stands in the code between the holes of an interpolated string is markup; whatever comes into a hole
/// is text, and is encoded. There is no other way in, so nothing from a policy can become markup.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    // Each means something to a parser of HTML: in text, in an attribute, or in both.
    private const string Special = "&<>\"'`";

    /// <summary>Writes markup, its holes encoded.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The handler writes to this instance while the argument is made")]
    public void Write([InterpolatedStringHandlerArgument("")] Markup markup) => _ = markup;

    /// <summary>Writes a message: what stands in backticks is shown as code.</summary>
    public void WriteMessage(string message)
    {
        foreach (var (text, isCode) in MessageParts.Of(message))
        {
            if (isCode)
                Write($"<code>{text}</code>");
            else
                Write($"{text}");
        }
    }

    /// <summary>Writes a link; the text alone where the address is not one of the web.</summary>
    public void WriteLink(string text, string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http")
            Write($"<a href=\"{uri.AbsoluteUri}\" rel=\"noopener noreferrer\">{text}</a>");
        else
            Write($"{text}");
    }

    private void WriteEncoded(string text)
    {
        foreach (char character in SafeText.Escape(text))
        {
            if (Special.Contains(character))
                output.Write(string.Create(CultureInfo.InvariantCulture, $"&#{(int)character};"));
            else
                output.Write(character);
        }
    }

    private void WriteRaw(string markup) => output.Write(markup);

    /// <summary>The markup and the holes of one interpolated string, written as they come.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Markup
    {
        private readonly HtmlWriter _html;

        public Markup(int literalLength, int formattedCount, HtmlWriter html)
        {
            _ = literalLength + formattedCount;
            _html = html;
        }

        public void AppendLiteral(string markup) => _html.WriteRaw(markup);

        public void AppendFormatted(string? text) => _html.WriteEncoded(text ?? "");

        public void AppendFormatted(int number) => _html.WriteRaw(number.ToString(CultureInfo.InvariantCulture));
    }
}
