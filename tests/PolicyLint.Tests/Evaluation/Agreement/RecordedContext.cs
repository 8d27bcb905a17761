using System.Text.Json.Nodes;
using PolicyLint.Evaluation;

namespace PolicyLint.Tests.Evaluation.Agreement;

/// <summary>
/// The contexts of iam-simulate's cases about conditions got lost when they were recorded. What was in them can be read from
/// what the function reported: the values it compared, that a key was missing, or that it did not count in discovery mode.
/// </summary>
internal static class RecordedContext
{
    /// <summary>The context of a case; null where the report does not tell it.</summary>
    public static RequestContext? Of(JsonNode test, JsonNode[] conditions)
    {
        JsonNode result = test["expected"]![0]!["value"]!;
        JsonNode[] reports = result["details"] is { } details ? [.. (details["conditions"]?.AsArray() ?? []).Select(one => one!)] : [result];
        string[] ignored = [.. (result["ignoredConditions"]?.AsArray() ?? []).Select(one => (string)one!["key"]!)];
        RequestContext context = ignored.Length > 0 ? RequestContext.Open : RequestContext.Empty;
        for (int i = 0; i < conditions.Length; i++)
        {
            string key = (string)conditions[i]["key"]!;
            if (ignored.Contains(key) || reports[i]["missingOperator"] is not null)
                continue;

            // A later condition on the same key may tell more.
            if (ValuesIn(reports[i]) is { Length: > 0 } values)
                context = context.With(key, values);
            else if (IsMissing(reports[i]))
                context = context.Without(key);
            else if (PresenceIn((string)test["source"]!) is { } isPresent)
                context = isPresent ? context.With(key, "a value") : context.Without(key);
            else if (!reports.Any(report => (string?)report["conditionKeyValue"] == key && ValuesIn(report).Length > 0))
                return null;
        }

        return context;
    }

    private static string[] ValuesIn(JsonNode report)
    {
        if (report["resolvedConditionKeyValue"] is { } one)
            return [(string)one!];

        JsonNode?[] compared = report["values"] is JsonArray list ? [.. list] : [report["values"]];
        return
        [
            .. compared.SelectMany(value => value?["matchingValues"]?.AsArray() ?? [])
                .Concat(report["unmatchedValues"]?.AsArray() ?? [])
                .Select(value => (string)value!)
                .Distinct(),
        ];
    }

    private static bool IsMissing(JsonNode report) =>
        report["matchedBecauseMissing"] is not null || report["failedBecauseMissing"] is not null;

    private static bool? PresenceIn(string title) =>
        title.Contains("does not exist", StringComparison.Ordinal) || title.Contains("is absent", StringComparison.Ordinal) || title.Contains("is not present", StringComparison.Ordinal) ? false
        : title.Contains("key exists", StringComparison.Ordinal) || title.Contains("is present", StringComparison.Ordinal) ? true
        : null;
}
