using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyLint.Rules.Fixes;

/// <summary>A statement for an edit to add. It has no principals: it is for policies that name none.</summary>
internal sealed class StatementText
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? Sid { get; init; }

    public Effect Effect { get; init; } = Effect.Allow;

    public required IReadOnlyCollection<string> Actions { get; init; }

    public required IReadOnlyCollection<string> Resources { get; init; }

    /// <summary>The condition of the statement that this one comes from.</summary>
    public ConditionBlock? Condition { get; init; }

    /// <summary>One more condition, under <c>StringEquals</c>: what comes from another statement must not have this operator.</summary>
    public (string Key, IReadOnlyCollection<string> Values)? Equal { get; init; }

    /// <summary>Whether <see cref="Equal"/> can be added to a condition.</summary>
    public static bool CanAddTo(ConditionBlock? condition) =>
        condition is null || !condition.Clauses.Any(clause => clause.OperatorText.Value.Equals("StringEquals", StringComparison.OrdinalIgnoreCase));

    /// <summary>The statement as JSON.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Format))
        {
            json.WriteStartObject();
            if (Sid is not null)
                json.WriteString(nameof(Sid), Sid);

            json.WriteString(nameof(Effect), Effect.ToString());
            Write(json, "Action", Actions);
            Write(json, "Resource", Resources);
            if (Condition is not null || Equal is not null)
                WriteCondition(json);

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private void WriteCondition(Utf8JsonWriter json)
    {
        json.WriteStartObject(nameof(Condition));
        foreach (ConditionClause clause in Condition?.Clauses ?? [])
        {
            json.WriteStartObject(clause.OperatorText.Value);
            foreach (ConditionEntry entry in clause.Entries)
                Write(json, entry);

            json.WriteEndObject();
        }

        if (Equal is { } equal)
        {
            json.WriteStartObject("StringEquals");
            Write(json, equal.Key, equal.Values);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ConditionEntry entry)
    {
        json.WritePropertyName(entry.Key.Value);
        if (entry.IsList)
            json.WriteStartArray();

        foreach (ConditionValue value in entry.Values)
        {
            if (value.Kind == ConditionValueKind.String)
                json.WriteStringValue(value.Text);
            else
                json.WriteRawValue(value.Text);
        }

        if (entry.IsList)
            json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyCollection<string> values)
    {
        json.WritePropertyName(name);
        if (values.Count != 1)
            json.WriteStartArray();

        foreach (string value in values)
            json.WriteStringValue(value);

        if (values.Count != 1)
            json.WriteEndArray();
    }
}
