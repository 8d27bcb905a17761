using System.IO.Enumeration;
using System.Text.Json;
using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>
/// Evidence that the data lacks something: actions and condition keys in policies that AWS's own validation accepted, which
/// the catalogue does not have. The file has a policy with its findings on each line. A policy is validated when it changes,
/// so its first day counts: an old acceptance may say nothing about today.
/// </summary>
public static class Gaps
{
    public static int List(CatalogModel model, string recorded, TextWriter output)
    {
        ServiceCatalog catalog = ServiceCatalog.Load(BlobWriter.Write(model));
        JsonElement[] policies = [.. File.ReadLines(recorded).Select(line => JsonDocument.Parse(line).RootElement)];
        string current = policies.Max(policy => policy.GetProperty("lastSeen").GetString()!)!;
        var gaps =
            from policy in policies
            where policy.GetProperty("lastSeen").GetString() == current
            let findings = policy.GetProperty("findings").GetRawText()
            from word in MissingIn(catalog, policy.GetProperty("document")).Distinct(StringComparer.OrdinalIgnoreCase)
            where !findings.Contains(word, StringComparison.OrdinalIgnoreCase)
            let since = $"{policy.GetProperty("firstSeen").GetString()} {policy.GetProperty("name").GetString()}"
            group since by word.ToLowerInvariant() into same
            orderby same.Key
            select $"{same.Key}\t{string.Join(", ", same.OrderDescending(StringComparer.Ordinal))}";
        foreach (string gap in gaps)
            output.WriteLine(gap);

        return 0;
    }

    private static IEnumerable<string> MissingIn(ServiceCatalog catalog, JsonElement document)
    {
        foreach (JsonProperty member in Items(document.GetProperty("Statement")).SelectMany(statement => statement.EnumerateObject()))
        {
            if (member.Name is "Action" or "NotAction")
            {
                foreach (string action in Items(member.Value).Select(item => item.GetString()!).Where(action => IsMissing(catalog, action)))
                    yield return action;
            }
            else if (member.Name == "Condition")
            {
                foreach (JsonProperty key in member.Value.EnumerateObject().SelectMany(operators => operators.Value.EnumerateObject()))
                {
                    if (!catalog.TryGetConditionKey(key.Name, out _))
                        yield return key.Name;
                }
            }
        }
    }

    private static JsonElement[] Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static bool IsMissing(ServiceCatalog catalog, string action)
    {
        if (action.Split(':', 2) is not [string prefix, string name] || prefix.Contains('*'))
            return false;

        return !catalog.TryGetService(prefix, out CatalogService service)
            || !service.Actions.Any(known => FileSystemName.MatchesSimpleExpression(name, known.Name, ignoreCase: true));
    }
}
