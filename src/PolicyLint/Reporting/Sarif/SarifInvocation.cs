using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyLint.Reporting;

/// <summary>How the run went, and what it did not check: a run without results is no all-clear then.</summary>
internal sealed class SarifInvocation(Utf8JsonWriter json, SarifArtifacts artifacts)
{
    private const string NotEvaluatedId = "not-evaluated";
    private const string NotReadId = "not-read";
    private const string IncompleteId = "incomplete";
    private const string FailedId = "not-checked";

    private readonly List<Notification> _notifications = [];
    private bool _isSuccessful = true;

    /// <summary>The kinds of notifications, and what each means.</summary>
    public static ImmutableArray<(string Id, string Meaning)> Kinds { get; } =
    [
        (NotEvaluatedId, "A part of a policy could not be judged."),
        (NotReadId, "A file could not be read to its end as a policy."),
        (IncompleteId, "A policy was not checked completely."),
        (FailedId, "A file could not be checked at all."),
    ];

    public void Add(LintResult result)
    {
        SourceText source = result.Document.Source.Origin?.File ?? result.Document.Source;
        foreach (NotEvaluated part in result.NotEvaluated)
            Add(part);

        if (!result.Document.IsReadable)
            AddFailure(NotReadId, source.Path, "Cannot be read as a policy to its end: what could not be read was not checked");
        if (!result.IsComplete)
            AddFailure(IncompleteId, source.Path, "The check is incomplete");
    }

    public void Add(NotEvaluated part) =>
        _notifications.Add(new(NotEvaluatedId, "note", part.Policy is null ? part.Reason : $"{part.Reason} (in {part.Policy})", part.Source.Path, SourcePlace.Of(part.Source, part.Span)));

    public void Add(InputFailure failure) => AddFailure(FailedId, failure.Path, $"Not checked: {failure.Reason}");

    public void Write()
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", _isSuccessful);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (Notification notification in _notifications)
            Write(notification);

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void AddFailure(string id, string? path, string text)
    {
        _isSuccessful = false;
        _notifications.Add(new(id, "error", text, path, Place: null));
    }

    private void Write(Notification notification)
    {
        json.WriteStartObject();
        json.WriteString("level", notification.Level);
        json.WriteStartObject("message");
        json.WriteString("text", SarifText.Line($"{notification.Text}."));
        json.WriteEndObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", notification.Id);
        json.WriteNumber("index", Kinds.IndexOf(Kinds.First(kind => kind.Id == notification.Id)));
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        artifacts.WriteLocation(json, "artifactLocation", notification.Path);
        if (notification.Place is { } place)
            SarifResult.WriteRegion(json, "region", place);

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record Notification(string Id, string Level, string Text, string? Path, SourcePlace? Place);
}
