using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>Reads the lines of <c>eng/escalation</c>, one path a line.</summary>
internal static class EscalationText
{
    public static IEnumerable<EscalationPath> Read(string resource)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"The resource {resource} is missing from the assembly of PolicyLint.Rules.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            yield return ReadPath(json.RootElement);
        }
    }

    private static EscalationPath ReadPath(JsonElement path)
    {
        EscalationKind kind = KindOf(Text(path, "kind"));
        return new EscalationPath
        {
            Id = Text(path, "path"),
            RuleId = Text(path, "rule"),
            Kind = kind,
            Gives = Text(path, "gives"),
            Steps = [.. path.GetProperty("steps").EnumerateArray().Select(ReadStep)],
            Services = List(path, "services"),
            Guards = List(path, "guards"),
            Most = path.TryGetProperty("most", out JsonElement most) ? RiskOf(most.GetString()!) : EscalationRisk.MostOf(kind),
            Breaks = path.TryGetProperty("breaks", out JsonElement breaks) ? breaks.GetString()! : EscalationRemedies.Of(kind, List(path, "guards")),
            Retired = path.TryGetProperty("retired", out JsonElement retired) ? retired.GetString() : null,
            Sources = List(path, "sources"),
        };
    }

    private static EscalationStep ReadStep(JsonElement step) =>
        new(List(step, "any"), List(step, "on"), step.TryGetProperty("key", out JsonElement key) && key.GetBoolean());

    private static string Text(JsonElement path, string name) => path.GetProperty(name).GetString()!;

    private static ImmutableArray<string> List(JsonElement path, string name) =>
        path.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(static item => item.GetString()!)] : [];

    private static EscalationKind KindOf(string name) => name switch
    {
        "new-role" => EscalationKind.NewRole,
        "existing-role" => EscalationKind.ExistingRole,
        "permissions" => EscalationKind.Permissions,
        "credentials" => EscalationKind.Credentials,
        "session" => EscalationKind.Session,
        "secrets" => EscalationKind.Secrets,
        "exposure" => EscalationKind.Exposure,
        "tampering" => EscalationKind.Tampering,
        _ => throw new InvalidDataException($"There is no kind of path called {name}."),
    };

    private static SecuritySeverity RiskOf(string name) => name switch
    {
        "high" => SecuritySeverity.High,
        "medium" => SecuritySeverity.Medium,
        "low" => SecuritySeverity.Low,
        "none" => SecuritySeverity.None,
        _ => throw new InvalidDataException($"There is no risk called {name}."),
    };
}

/// <summary>What closes the paths of a kind, where a path has no better advice of its own.</summary>
internal static class EscalationRemedies
{
    public static string Of(EscalationKind kind, ImmutableArray<string> guards) => kind switch
    {
        EscalationKind.NewRole => "name the role and `iam:PassedToService`",
        EscalationKind.ExistingRole => "name what is the caller's own",
        EscalationKind.Permissions when guards.Contains("iam:PermissionsBoundary") => "demand `iam:PermissionsBoundary`, or leave it to administrators",
        EscalationKind.Permissions => "leave it to administrators",
        EscalationKind.Credentials => "name the user, `user/${aws:username}` for one's own",
        EscalationKind.Session => "name the roles to take",
        EscalationKind.Secrets => "name the resources that are needed",
        EscalationKind.Exposure => "name the resources that may be shared",
        EscalationKind.Tampering => "name what is the caller's own",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
