using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyLint.AccessAnalyzer.Caching;

/// <summary>An answer of ValidatePolicy: its findings.</summary>
internal sealed class FindingsAnswer : AnswerForm<ImmutableArray<ServiceFinding>>
{
    public static FindingsAnswer Form { get; } = new();

    public override void Demand(ImmutableArray<ServiceFinding> answer)
    {
        bool isWhole = !answer.IsDefault && answer.All(finding =>
            finding is { FindingType: not (null or ""), Details: not null, LearnMoreLink: not null, Locations.IsDefault: false }
            && IsCode(finding.IssueCode)
            && finding.Locations.All(location => location is { Path.IsDefault: false } && location.Path.All(IsWhole)));

        if (!isWhole)
            throw new InvalidDataException("A finding is not whole.");
    }

    protected override void Write(Utf8JsonWriter json, ImmutableArray<ServiceFinding> answer)
    {
        json.WriteStartArray();
        foreach (ServiceFinding finding in answer)
        {
            json.WriteStartObject();
            json.WriteString("issueCode", finding.IssueCode);
            json.WriteString("findingType", finding.FindingType);
            json.WriteString("findingDetails", finding.Details);
            json.WriteString("learnMoreLink", finding.LearnMoreLink);
            json.WriteStartArray("locations");
            foreach (ServiceLocation location in finding.Locations)
                Write(json, location);

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    protected override ImmutableArray<ServiceFinding> Read(JsonElement json) =>
    [
        .. json.EnumerateArray().Select(finding => new ServiceFinding(
            finding.GetProperty("issueCode").GetString()!,
            finding.GetProperty("findingType").GetString()!,
            finding.GetProperty("findingDetails").GetString()!,
            finding.GetProperty("learnMoreLink").GetString()!,
            [.. finding.GetProperty("locations").EnumerateArray().Select(ReadLocation)])),
    ];

    private static void Write(Utf8JsonWriter json, ServiceLocation location)
    {
        json.WriteStartObject();
        json.WriteStartArray("path");
        foreach (PathStep step in location.Path)
        {
            json.WriteStartArray();
            json.WriteNumberValue((int)step.Kind);
            json.WriteStringValue(step.Name);
            json.WriteNumberValue(step.Number);
            json.WriteNumberValue(step.Length);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("span");
        foreach (LinePosition position in (LinePosition[])[location.Start, location.End])
        {
            json.WriteNumberValue(position.Line);
            json.WriteNumberValue(position.Column);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ServiceLocation ReadLocation(JsonElement location)
    {
        int[] span = [.. location.GetProperty("span").EnumerateArray().Select(number => number.GetInt32())];
        return span is [int startLine, int startColumn, int endLine, int endColumn]
            ? new([.. location.GetProperty("path").EnumerateArray().Select(ReadStep)], new(startLine, startColumn), new(endLine, endColumn))
            : throw new InvalidDataException("A span is not whole.");
    }

    private static PathStep ReadStep(JsonElement step)
    {
        JsonElement[] parts = [.. step.EnumerateArray()];
        return parts.Length == 4
            ? new((PathStepKind)parts[0].GetInt32(), parts[1].GetString(), parts[2].GetInt32(), parts[3].GetInt32())
            : throw new InvalidDataException("A step is not whole.");
    }

    private static bool IsWhole(PathStep step) => step.Kind switch
    {
        PathStepKind.Value or PathStepKind.Key => step.Name is not null,
        PathStepKind.Index or PathStepKind.Substring => step.Number >= 0,
        _ => false,
    };

    private static bool IsCode(string? code) =>
        code is { Length: > 0 and <= 128 } && code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
