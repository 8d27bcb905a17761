using System.Text.Json;

namespace PolicyLint.CatalogBuilder;

/// <summary>
/// Evidence that the data lacks something: actions in policies that AWS's own validation accepted, which the catalogue
/// does not have. The file has a policy with its findings on each line.
/// </summary>
public static class Gaps
{
    public static int List(CatalogModel model, string recorded, TextWriter output)
    {
        JsonElement[] policies = [.. File.ReadLines(recorded).Select(line => JsonDocument.Parse(line).RootElement)];
        string current = policies.Max(policy => policy.GetProperty("lastSeen").GetString()!)!;
        var accepted = new SortedDictionary<string, SortedSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonElement policy in policies.Where(policy => policy.GetProperty("lastSeen").GetString() == current))
        {
            string findings = policy.GetProperty("findings").GetRawText();
            foreach (string action in ActionsOf(policy.GetProperty("document")).Where(action => !findings.Contains(action, StringComparison.OrdinalIgnoreCase)))
            {
                if (IsMissing(model, action))
                    (accepted.TryGetValue(action, out SortedSet<string>? names) ? names : accepted[action] = []).Add(policy.GetProperty("name").GetString()!);
            }
        }

        foreach ((string action, SortedSet<string> names) in accepted)
            output.WriteLine($"{action}\t{string.Join(", ", names)}");

        return 0;
    }

    private static IEnumerable<string> ActionsOf(JsonElement document) =>
        from statement in Items(document.GetProperty("Statement"))
        from member in statement.EnumerateObject()
        where member.Name is "Action" or "NotAction"
        from action in Items(member.Value)
        select action.GetString()!;

    private static JsonElement[] Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static bool IsMissing(CatalogModel model, string action)
    {
        if (action.Split(':', 2) is not [string prefix, string name])
            return false;

        if (prefix.Contains('*') || model.FindService(prefix.ToLowerInvariant()) is not { } service)
            return !prefix.Contains('*');

        return !service.Actions.Exists(known =>
            System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(name, known.Name, ignoreCase: true));
    }
}
