using System.Text.Json;
using PolicyLint.AccessAnalyzer.Client.Model;

namespace PolicyLint.AccessAnalyzer.Client.Protocol;

/// <summary><see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoNewAccess.html">CheckNoNewAccess</see> on the wire.</summary>
internal sealed class CheckNoNewAccessOperation() : Operation<CheckNoNewAccessRequest, CheckNoNewAccessResponse>("/policy/check-no-new-access")
{
    public static CheckNoNewAccessOperation Instance { get; } = new();

    protected override void WriteBody(Utf8JsonWriter json, CheckNoNewAccessRequest request)
    {
        json.WriteOptional("newPolicyDocument", request.NewPolicyDocument);
        json.WriteOptional("existingPolicyDocument", request.ExistingPolicyDocument);
        json.WriteOptional("policyType", request.PolicyType?.Value);
    }

    protected override CheckNoNewAccessResponse ReadBody(JsonElement body) => new()
    {
        Result = new CheckNoNewAccessResult(body.RequiredString("result")),
        Message = body.OptionalString("message"),
        Reasons = body.OptionalList("reasons", Reasons.Read),
    };
}

/// <summary><see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckAccessNotGranted.html">CheckAccessNotGranted</see> on the wire.</summary>
internal sealed class CheckAccessNotGrantedOperation() : Operation<CheckAccessNotGrantedRequest, CheckAccessNotGrantedResponse>("/policy/check-access-not-granted")
{
    public static CheckAccessNotGrantedOperation Instance { get; } = new();

    protected override void WriteBody(Utf8JsonWriter json, CheckAccessNotGrantedRequest request)
    {
        json.WriteOptional("policyDocument", request.PolicyDocument);
        if (request.Access is { } accesses)
        {
            json.WriteStartArray("access");
            foreach (Access access in accesses)
            {
                json.WriteStartObject();
                json.WriteOptional("actions", access.Actions);
                json.WriteOptional("resources", access.Resources);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteOptional("policyType", request.PolicyType?.Value);
    }

    protected override CheckAccessNotGrantedResponse ReadBody(JsonElement body) => new()
    {
        Result = new CheckAccessNotGrantedResult(body.RequiredString("result")),
        Message = body.OptionalString("message"),
        Reasons = body.OptionalList("reasons", Reasons.Read),
    };
}

/// <summary><see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoPublicAccess.html">CheckNoPublicAccess</see> on the wire.</summary>
internal sealed class CheckNoPublicAccessOperation() : Operation<CheckNoPublicAccessRequest, CheckNoPublicAccessResponse>("/policy/check-no-public-access")
{
    public static CheckNoPublicAccessOperation Instance { get; } = new();

    protected override void WriteBody(Utf8JsonWriter json, CheckNoPublicAccessRequest request)
    {
        json.WriteOptional("policyDocument", request.PolicyDocument);
        json.WriteOptional("resourceType", request.ResourceType?.Value);
    }

    protected override CheckNoPublicAccessResponse ReadBody(JsonElement body) => new()
    {
        Result = new CheckNoPublicAccessResult(body.RequiredString("result")),
        Message = body.OptionalString("message"),
        Reasons = body.OptionalList("reasons", Reasons.Read),
    };
}

/// <summary>The statement that a check blames.</summary>
internal static class Reasons
{
    public static ReasonSummary Read(JsonElement reason) => new()
    {
        Description = reason.OptionalString("description"),
        StatementIndex = reason.OptionalInt32("statementIndex"),
        StatementId = reason.OptionalString("statementId"),
    };
}

/// <summary>Writes the members of a request that are set.</summary>
internal static class JsonMembers
{
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, IReadOnlyList<string>? values)
    {
        if (values is null)
            return;

        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);

        json.WriteEndArray();
    }
}
