using System.Globalization;
using System.Text.Json;
using PolicyLint.AccessAnalyzer.Client.Model;

namespace PolicyLint.AccessAnalyzer.Client.Protocol;

/// <summary><see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html">ValidatePolicy</see> on the wire.</summary>
internal sealed class ValidatePolicyOperation() : Operation<ValidatePolicyRequest, ValidatePolicyResponse>("/policy/validation")
{
    public static ValidatePolicyOperation Instance { get; } = new();

    protected override void AddQuery(IDictionary<string, string> query, ValidatePolicyRequest request)
    {
        if (request.MaxResults is { } maxResults)
            query["maxResults"] = maxResults.ToString(CultureInfo.InvariantCulture);

        if (request.NextToken is { } nextToken)
            query["nextToken"] = nextToken;
    }

    protected override void WriteBody(Utf8JsonWriter json, ValidatePolicyRequest request)
    {
        json.WriteOptional("locale", request.Locale?.Value);
        json.WriteOptional("policyDocument", request.PolicyDocument);
        json.WriteOptional("policyType", request.PolicyType?.Value);
        json.WriteOptional("validatePolicyResourceType", request.ValidatePolicyResourceType?.Value);
    }

    protected override ValidatePolicyResponse ReadBody(JsonElement body) => new()
    {
        Findings = body.RequiredList("findings", ReadFinding),
        NextToken = body.OptionalString("nextToken"),
    };

    private static ValidatePolicyFinding ReadFinding(JsonElement finding) => new()
    {
        FindingDetails = finding.RequiredString("findingDetails"),
        FindingType = new ValidatePolicyFindingType(finding.RequiredString("findingType")),
        IssueCode = finding.RequiredString("issueCode"),
        LearnMoreLink = finding.RequiredString("learnMoreLink"),
        Locations = finding.RequiredList("locations", ReadLocation),
    };

    private static Location ReadLocation(JsonElement location) => new()
    {
        Path = location.RequiredList("path", ReadPathElement),
        Span = location.RequiredObject("span", ReadSpan),
    };

    private static PathElement ReadPathElement(JsonElement element)
    {
        var path = new PathElement
        {
            Index = element.OptionalInt32("index"),
            Key = element.OptionalString("key"),
            Value = element.OptionalString("value"),
            Substring = element.TryGetProperty("substring", out _) ? element.RequiredObject("substring", ReadSubstring) : null,
        };

        // A union: exactly one.
        int members = (path.Index is null ? 0 : 1) + (path.Key is null ? 0 : 1) + (path.Value is null ? 0 : 1) + (path.Substring is null ? 0 : 1);
        return members == 1 ? path : throw new WrongShapeException("path");
    }

    private static Substring ReadSubstring(JsonElement substring) => new()
    {
        Start = substring.RequiredInt32("start"),
        Length = substring.RequiredInt32("length"),
    };

    private static Span ReadSpan(JsonElement span) => new()
    {
        Start = span.RequiredObject("start", ReadPosition),
        End = span.RequiredObject("end", ReadPosition),
    };

    private static Position ReadPosition(JsonElement position) => new()
    {
        Line = position.RequiredInt32("line"),
        Column = position.RequiredInt32("column"),
        Offset = position.RequiredInt32("offset"),
    };
}
