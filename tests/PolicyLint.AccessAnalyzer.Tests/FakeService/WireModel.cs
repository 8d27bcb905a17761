using System.Text.Json;

namespace PolicyLint.AccessAnalyzer.Tests.FakeService;

/// <summary>
/// What the service takes, by operation: a test holds this table against AWS's service model where that is at hand.
/// See https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Operations.html.
/// </summary>
internal static class WireModel
{
    public static readonly string[] PolicyTypes = ["IDENTITY_POLICY", "RESOURCE_POLICY", "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"];
    public static readonly string[] CheckPolicyTypes = ["IDENTITY_POLICY", "RESOURCE_POLICY"];

    /// <summary>The operations: their paths, and their members with those that must be there first.</summary>
    public static readonly OperationModel[] Operations =
    [
        new("ValidatePolicy", "/policy/validation", ["policyDocument", "policyType"], ["locale", "validatePolicyResourceType"], ["maxResults", "nextToken"]),
        new("CheckNoNewAccess", "/policy/check-no-new-access", ["newPolicyDocument", "existingPolicyDocument", "policyType"], [], []),
        new("CheckAccessNotGranted", "/policy/check-access-not-granted", ["policyDocument", "access", "policyType"], [], []),
        new("CheckNoPublicAccess", "/policy/check-no-public-access", ["policyDocument", "resourceType"], [], []),
    ];

    /// <summary>What is wrong with the form of a request; null where it is right.</summary>
    public static string? FindProblem(SeenRequest request)
    {
        if (Operations.FirstOrDefault(operation => operation.Path == request.Path) is not { } model || request.Method != "POST")
            return "no such operation";

        if (request.Headers.GetValueOrDefault("content-type") != "application/json")
            return "the body is not said to be JSON";

        if (request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(pair => !model.Query.Contains(pair.Split('=')[0])) is { } unknown)
            return $"no such parameter: {unknown}";

        try
        {
            using JsonDocument body = JsonDocument.Parse(request.Body);
            return FindProblem(body.RootElement, model);
        }
        catch (JsonException)
        {
            return "the body is not JSON";
        }
    }

    private static string? FindProblem(JsonElement body, OperationModel model)
    {
        foreach (string name in model.Required)
        {
            if (!body.TryGetProperty(name, out _))
                return $"{name} is missing";
        }

        foreach (JsonProperty member in body.EnumerateObject())
        {
            if (!model.Required.Contains(member.Name) && !model.Optional.Contains(member.Name))
                return $"no such member: {member.Name}";

            bool isString = member.Value.ValueKind == JsonValueKind.String;
            string? problem = member.Name == "access" ? FindAccessProblem(member.Value) : isString ? null : $"{member.Name} is no string";
            if (problem is not null)
                return problem;
        }

        string[] types = model.Name == "ValidatePolicy" ? PolicyTypes : CheckPolicyTypes;
        return body.TryGetProperty("policyType", out JsonElement type) && !types.Contains(type.GetString()) ? "policyType is none of those" : null;
    }

    private static string? FindAccessProblem(JsonElement accesses)
    {
        if (accesses.ValueKind != JsonValueKind.Array || accesses.GetArrayLength() > 1)
            return "access is no list of at most one";

        foreach (JsonElement access in accesses.EnumerateArray())
        {
            foreach (JsonProperty list in access.EnumerateObject())
            {
                if (list.Name is not ("actions" or "resources") || list.Value.GetArrayLength() > 100)
                    return $"{list.Name} is no list of at most a hundred";

                foreach (JsonElement item in list.Value.EnumerateArray())
                {
                    // A resource is an ARN with wildcards in its last part only.
                    string[] fields = item.GetString()!.Split(':', 6);
                    if (list.Name == "resources" && (fields.Length < 6 || fields[0] != "arn" || fields[..5].Any(field => field.AsSpan().ContainsAny('*', '?')) || item.GetString()!.Length > 2048))
                        return "Invalid ARN";
                }
            }
        }

        return null;
    }

    internal sealed record OperationModel(string Name, string Path, string[] Required, string[] Optional, string[] Query);
}
