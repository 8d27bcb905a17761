using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLint.Rules.Tests.Kit;

/// <summary>Another way to write a policy that means the same to IAM.</summary>
/// <param name="Name">What is done to it.</param>
/// <param name="Respell">Does it; the policy that is given may be changed.</param>
public sealed record Respelling(string Name, Func<JsonObject, string> Respell)
{
    private static readonly string[] Actions = ["Action", "NotAction"];
    private static readonly string[] Values = ["Action", "NotAction", "Resource", "NotResource"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Respelling> All { get; } =
    [
        new("actions in the other case", policy => OfStatements(policy, statement => Map(statement, Actions, SwapCase))),
        new("condition keys in the other case", policy => OfStatements(policy, statement => RenameKeys(statement, SwapCase))),
        new("stars doubled in actions and resources", policy => OfStatements(policy, statement => Map(statement, Values, text => text.Replace("*", "**", StringComparison.Ordinal)))),
        new("all actions of a service as those with a name", policy => OfStatements(policy, statement => Map(statement, Actions, static text => text.EndsWith(":*", StringComparison.Ordinal) ? text[..^1] + "?*" : text))),
        new("single values as lists", policy => OfStatements(policy, ToLists)),
        new("lists of one as single values", policy => OfStatements(policy, ToScalars)),
        new("one statement without its list", policy => Change(policy, () => policy["Statement"] = policy["Statement"] is JsonArray { Count: 1 } list ? list[0]!.DeepClone() : policy["Statement"]!.DeepClone())),
        new("statements in reverse", policy => Change(policy, () => policy["Statement"] = policy["Statement"] is JsonArray list ? Reversed(list) : policy["Statement"]!.DeepClone())),
        new("values in reverse", policy => OfStatements(policy, ReverseValues)),
        new("elements in reverse", policy => OfStatements(policy, ReverseElements)),
        new("letters escaped", policy => Escape(policy.ToJsonString())),
        new("on one line", policy => policy.ToJsonString()),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Change(JsonObject policy, Action change)
    {
        change();
        return policy.ToJsonString(Indented);
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static string OfStatements(JsonObject policy, Action<JsonObject> change) => Change(policy, () =>
    {
        foreach (JsonObject statement in policy["Statement"] is JsonArray list ? [.. list.Select(static item => item!.AsObject())] : new[] { policy["Statement"]!.AsObject() })
            change(statement);
    });

    private static void Map(JsonObject statement, string[] elements, Func<string, string> map)
    {
        foreach (string element in elements)
        {
            if (statement[element] is JsonArray list)
                statement[element] = new JsonArray([.. list.Select(value => (JsonNode?)JsonValue.Create(map(value!.GetValue<string>())))]);
            else if (statement[element] is { } single)
                statement[element] = map(single.GetValue<string>());
        }
    }

    // What stands in a tag's key is the user's own, and its case counts.
    private static void RenameKeys(JsonObject statement, Func<string, string> rename)
    {
        if (statement["Condition"] is not JsonObject condition)
            return;

        var renamed = new JsonObject();
        foreach (var (@operator, block) in condition)
        {
            var entries = new JsonObject();
            foreach (var (key, values) in block!.AsObject())
            {
                int slash = key.IndexOf('/', StringComparison.Ordinal);
                entries.Add(slash < 0 ? rename(key) : rename(key[..slash]) + key[slash..], values!.DeepClone());
            }

            renamed.Add(@operator, entries);
        }

        statement["Condition"] = renamed;
    }

    private static void ToLists(JsonObject statement)
    {
        foreach (string element in Values)
        {
            if (statement[element] is { } value and not JsonArray)
                statement[element] = new JsonArray(value.DeepClone());
        }
    }

    private static void ToScalars(JsonObject statement)
    {
        foreach (string element in Values)
        {
            if (statement[element] is JsonArray { Count: 1 } list)
                statement[element] = list[0]!.DeepClone();
        }
    }

    private static void ReverseValues(JsonObject statement)
    {
        foreach (string element in Values)
        {
            if (statement[element] is JsonArray list)
                statement[element] = Reversed(list);
        }
    }

    private static void ReverseElements(JsonObject statement)
    {
        List<KeyValuePair<string, JsonNode?>> elements = [.. statement.Reverse()];
        statement.Clear();
        foreach (var (name, value) in elements)
            statement.Add(name, value);
    }

    private static JsonArray Reversed(JsonArray list) => [.. list.Reverse().Select(static item => item!.DeepClone())];

    private static string SwapCase(string text) =>
        string.Concat(text.Select(static letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));

    // Every second letter, so that whatever is looked for has one of each.
    private static string Escape(string json)
    {
        var escaped = new StringBuilder();
        bool isString = false;
        for (int i = 0; i < json.Length; i++)
        {
            if (json[i] == '\\')
                escaped.Append(json[i++]);
            else if (json[i] == '"')
                isString = !isString;
            else if (isString && i % 2 == 0 && char.IsAsciiLetter(json[i]))
            {
                escaped.Append($"\\u{(int)json[i]:x4}");
                continue;
            }

            escaped.Append(json[i]);
        }

        return escaped.ToString();
    }
}
