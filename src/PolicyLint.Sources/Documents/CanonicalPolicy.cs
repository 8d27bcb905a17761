using System.Text;
using System.Text.Json;

namespace PolicyLint.Sources.Documents;

/// <summary>
/// A policy in a form that does not depend on how it is written, to tell whether two texts say the same: AWS, and the programs that
/// make plans, order members and drop brackets as they like.
/// </summary>
internal static class CanonicalPolicy
{
    /// <summary>The form: without white space, members by name, lists of one without brackets, strings of a list in order.</summary>
    /// <param name="text">The policy; a text that is not JSON is its own form.</param>
    public static string Of(ReadOnlyMemory<byte> text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            var form = new StringBuilder();
            Append(json.RootElement, form);
            return form.ToString();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second is what half of a surrogate pair in a name gives.
            return Encoding.UTF8.GetString(text.Span);
        }
    }

    private static void Append(JsonElement value, StringBuilder form)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                form.Append('{');
                foreach (JsonProperty member in value.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal))
                {
                    form.Append(member.Name.Length).Append(':').Append(member.Name);
                    Append(member.Value, form);
                }

                form.Append('}');
                break;
            case JsonValueKind.Array when value.GetArrayLength() == 1:
                Append(value[0], form);
                break;
            case JsonValueKind.Array when value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String):
                form.Append('[').AppendJoin(',', value.EnumerateArray().Select(static item => item.GetRawText()).Order(StringComparer.Ordinal)).Append(']');
                break;
            case JsonValueKind.Array:
                form.Append('[');
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Append(item, form);
                    form.Append(',');
                }

                form.Append(']');
                break;
            default:
                form.Append(value.GetRawText());
                break;
        }
    }
}
