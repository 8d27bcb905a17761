using System.Globalization;
using System.Text;

namespace PolicyLint.Reporting;

/// <summary>
/// Text in GitHub's Markdown: the one way into it for what was not written here. No character of the text is markup, in a
/// table or out of one, and nothing becomes a mention, a reference or a link by itself.
/// </summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>()#|~&@!$\"'";

    // An entity keeps a character from being markup. GitHub finds mentions, references and bare links later, in the text that
    // the reader sees: those are broken by a space that nobody sees.
    private const string Invisible = "&#8203;";

    /// <summary>Running text.</summary>
    public static string Plain(string text)
    {
        var output = new StringBuilder(text.Length + 16);
        string safe = SafeText.Escape(text);
        for (int i = 0; i < safe.Length; i++)
        {
            Append(output, safe[i]);
            if (StartsReference(safe, i))
                output.Append(Invisible);
        }

        return output.ToString();
    }

    /// <summary>Text that is shown as code; GitHub looks for no mentions in it.</summary>
    public static string Code(string text)
    {
        var output = new StringBuilder("<code>", text.Length + 16);
        foreach (char character in SafeText.Escape(text))
            Append(output, character);

        return output.Append("</code>").ToString();
    }

    /// <summary>A message: what stands in backticks is shown as code.</summary>
    public static string Message(string message) => string.Concat(MessageParts.Of(message).Select(part => part.IsCode ? Code(part.Text) : Plain(part.Text)));

    /// <summary>Whether an address may stand in a link.</summary>
    public static bool IsLinkable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http";

    /// <summary>A link; the text alone where the address may not stand in one.</summary>
    public static string Link(string text, string address)
    {
        if (!IsLinkable(address))
            return Plain(text);

        var target = new StringBuilder(address.Length);
        foreach (char character in new Uri(address).AbsoluteUri)
            Append(target, character);

        return $"<a href=\"{target}\">{Plain(text)}</a>";
    }

    private static void Append(StringBuilder output, char character)
    {
        if (Special.Contains(character))
            output.Append(CultureInfo.InvariantCulture, $"&#{(int)character};");
        else
            output.Append(character);
    }

    private static bool StartsReference(string text, int at) => text[at] switch
    {
        '@' or '#' => true,
        ':' => at + 1 < text.Length && text[at + 1] == '/',
        '.' => at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        '-' => at >= 2 && text.AsSpan(at - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
