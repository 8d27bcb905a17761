using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyLint.Catalog;
using PolicyLint.Evaluation;
using PolicyLint.Reporting;

namespace PolicyLint.Cli.Commands;

/// <summary>A request with its answer.</summary>
/// <param name="Request">The request.</param>
/// <param name="Result">The answer.</param>
/// <param name="Decision">The decision that counts: the answer's own, or its best or worst case.</param>
internal sealed record SimulatedRequest(AccessRequest Request, AccessResult Result, AccessDecision Decision)
{
    public ExitCode ExitCode => Decision switch
    {
        AccessDecision.Allowed => ExitCode.Clean,
        AccessDecision.Undetermined => ExitCode.Incomplete,
        _ => ExitCode.Findings,
    };
}

/// <summary>Writes answers, as text or as JSON.</summary>
internal sealed class SimulationReport(Terminal terminal)
{
    public void WriteText(ImmutableArray<SimulatedRequest> answers)
    {
        using StreamWriter writer = Terminal.WriterOn(terminal.Output);
        foreach (SimulatedRequest answer in answers)
        {
            string asked = SafeText.Escape($"{answer.Request.Action} on {answer.Request.Resource}");
            writer.WriteLine($"{Phrase(answer.Decision),-17}  {asked}");
            foreach (string reason in Reasons(answer))
                writer.WriteLine($"    {SafeText.Escape(reason)}");
        }
    }

    public void WriteJson(ImmutableArray<SimulatedRequest> answers, ServiceCatalog catalog) => JsonOutput.Write(terminal, catalog, json =>
    {
        json.WriteStartArray("results");
        foreach (SimulatedRequest answer in answers)
            WriteAnswer(json, answer);

        json.WriteEndArray();
    });

    private static IEnumerable<string> Reasons(SimulatedRequest answer)
    {
        AccessResult result = answer.Result;
        foreach (AppliedStatement statement in result.Statements)
            yield return $"{VerbOf(statement)} {PlaceOf(statement)}";

        if (result.Decision == AccessDecision.Undetermined)
            yield return $"if all that is not known favours access: {Phrase(result.BestCase)}; if none of it does: {Phrase(result.WorstCase)}";

        if (answer.Decision != AccessDecision.ImplicitlyDenied)
            yield break;

        foreach (PolicyLayer layer in result.NotAllowing)
            yield return $"not allowed by {layer.ToPhrase()}{LevelsOf(layer, result)}";
    }

    // Of the levels of an organization only some may be to blame.
    private static string LevelsOf(PolicyLayer layer, AccessResult result)
    {
        if (layer != PolicyLayer.Scp)
            return "";

        IEnumerable<int> levels = result.Layers
            .Where(static one => one is { Layer: PolicyLayer.Scp, Decision: not AccessDecision.Allowed })
            .Select(static one => one.Level);
        return $" of level {string.Join(", ", levels)} (0 is the root)";
    }

    private static string VerbOf(AppliedStatement statement) => (statement.Statement.Effect, statement.IsCertain) switch
    {
        (Effect.Deny, true) => "denied by",
        (Effect.Deny, false) => "perhaps denied by",
        (_, true) => "allowed by",
        _ => "perhaps allowed by",
    };

    private static string PlaceOf(AppliedStatement statement)
    {
        LinePosition position = statement.Policy.Source.GetPosition(statement.Statement.Span.Start);
        string sid = statement.Statement.Sid is { } id ? $" {id.Value}" : "";
        string level = statement.Layer == PolicyLayer.Scp ? string.Create(CultureInfo.InvariantCulture, $" of level {statement.Level}") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{statement.Policy.Source.Path}:{position.Line}:{position.Column}{sid} ({statement.Layer.ToPhrase()}{level})");
    }

    private static void WriteAnswer(Utf8JsonWriter json, SimulatedRequest answer)
    {
        json.WriteStartObject();
        json.WriteString("action", answer.Request.Action);
        json.WriteString("resource", answer.Request.Resource);
        json.WriteString("principal", answer.Request.Principal is { Text: not "" } principal ? principal.Text : null);
        json.WriteString("decision", NameOf(answer.Decision));
        json.WriteString("bestCase", NameOf(answer.Result.BestCase));
        json.WriteString("worstCase", NameOf(answer.Result.WorstCase));
        json.WriteStartArray("notAllowing");
        foreach (PolicyLayer layer in answer.Result.NotAllowing)
            json.WriteStringValue(layer.ToName());

        json.WriteEndArray();
        json.WriteStartArray("statements");
        foreach (AppliedStatement statement in answer.Result.Statements)
            WriteStatement(json, statement);

        json.WriteEndArray();
        json.WriteStartArray("layers");
        foreach (LayerResult layer in answer.Result.Layers)
            WriteLayer(json, layer);

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter json, AppliedStatement statement)
    {
        LinePosition position = statement.Policy.Source.GetPosition(statement.Statement.Span.Start);
        json.WriteStartObject();
        json.WriteString("layer", statement.Layer.ToName());
        json.WriteNumber("level", statement.Level);
        json.WriteString("effect", statement.Statement.Effect.ToString());
        json.WriteString("sid", statement.Statement.Sid?.Value);
        json.WriteString("file", statement.Policy.Source.Path);
        json.WriteString("pointer", statement.Statement.Pointer);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
        json.WriteBoolean("certain", statement.IsCertain);
        json.WriteEndObject();
    }

    private static void WriteLayer(Utf8JsonWriter json, LayerResult layer)
    {
        json.WriteStartObject();
        json.WriteString("layer", layer.Layer.ToName());
        json.WriteNumber("level", layer.Level);
        json.WriteString("decision", NameOf(layer.Decision));
        json.WriteString("grant", layer.Grant == ResourceGrant.None ? null : layer.Grant.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    private static string Phrase(AccessDecision decision) => NameOf(decision).Replace('-', ' ');

    private static string NameOf(AccessDecision decision) => decision switch
    {
        AccessDecision.Allowed => "allowed",
        AccessDecision.ImplicitlyDenied => "implicitly-denied",
        AccessDecision.ExplicitlyDenied => "explicitly-denied",
        _ => "undetermined",
    };
}
