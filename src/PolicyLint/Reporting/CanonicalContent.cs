using System.Text;
using System.Text.Json;

namespace PolicyLint.Reporting;

/// <summary>
/// Parts of a document in one spelling: no spaces, members and lists sorted, a list of one the same as its item, strings
/// without needless escapes. In IAM none of these changes what a statement means.
/// </summary>
internal sealed class CanonicalContent(PolicyDocument document)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly Dictionary<int, string> _statements = [];

    /// <summary>The statement that a place lies in, without its Sid; empty for a place outside of every statement.</summary>
    public string OfStatementAt(TextSpan place)
    {
        if (FindStatement(place) is not { } statement)
            return "";

        if (!_statements.TryGetValue(statement.Number, out string? content))
            _statements[statement.Number] = content = Canonical(statement.Span, isStatement: true);

        return content;
    }

    /// <summary>The text of a place; where it is not JSON, without its spaces.</summary>
    public string OfValue(TextSpan place) =>
        FindStatement(place) is { } statement && statement.Span == place ? "" : Canonical(place, isStatement: false);

    // Statements lie one after another.
    private Statement? FindStatement(TextSpan place)
    {
        int low = 0;
        int high = document.Statements.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (document.Statements[middle].Span.End <= place.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < document.Statements.Length && document.Statements[low].Span is { } span && span.Start <= place.Start && place.End <= span.End
            ? document.Statements[low]
            : null;
    }

    private string Canonical(TextSpan span, bool isStatement)
    {
        ReadOnlyMemory<byte> bytes = document.Source.Bytes.Slice(span.Start, span.Length);
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes, Lenient);
            return Canonical(json.RootElement, isStatement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken JSON, invalid UTF-8 or half a surrogate pair: the text itself has to do.
            return string.Concat(Encoding.UTF8.GetString(bytes.Span).Where(character => !char.IsWhiteSpace(character)));
        }
    }

    private static string Canonical(JsonElement element, bool isStatement = false) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', Members(element, isStatement).Order(StringComparer.Ordinal))}}}",
        JsonValueKind.Array when element.GetArrayLength() == 1 => Canonical(element[0]),
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(item => Canonical(item)).Order(StringComparer.Ordinal))}]",
        JsonValueKind.String => $"\"{JsonEncodedText.Encode(element.GetString()!)}\"",
        _ => element.GetRawText(),
    };

    private static IEnumerable<string> Members(JsonElement element, bool isStatement) =>
        from member in element.EnumerateObject()
        where !(isStatement && member.NameEquals("Sid"))
        select $"\"{JsonEncodedText.Encode(member.Name)}\":{Canonical(member.Value)}";
}
