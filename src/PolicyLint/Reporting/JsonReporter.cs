using System.Collections.Immutable;
using System.Text.Json;
using PolicyLint.Fixing;

namespace PolicyLint.Reporting;

/// <summary>
/// Writes a run as one JSON object of schema version 1, for programs. Lines and columns are 1-based, columns in UTF-16
/// code units, offsets in UTF-8 bytes. Everything outside ASCII is escaped.
/// </summary>
public sealed class JsonReporter : IReporter, IDisposable
{
    private const int FlushThreshold = 32 * 1024;

    private readonly Stream _stream;
    private readonly Utf8JsonWriter _json;
    private readonly PolicyFixer? _fixer;
    // Not the parts themselves: each would hold the whole text of its file until the end.
    private readonly List<(string? File, string? Policy, string Pointer, string Reason)> _notEvaluated = [];
    private readonly List<InputFailure> _failures = [];

    /// <summary>Starts the object.</summary>
    /// <param name="stream">Gets the JSON; it stays open.</param>
    /// <param name="tool">Who reports.</param>
    /// <param name="fixer">Knows which findings are fixable; null where nobody does.</param>
    public JsonReporter(Stream stream, ToolIdentity tool, PolicyFixer? fixer = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tool);
        _stream = stream;
        _fixer = fixer;
        _json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        _json.WriteStartObject();
        _json.WriteNumber("schemaVersion", 1);
        _json.WriteStartObject("tool");
        _json.WriteString("name", tool.Name);
        _json.WriteString("version", tool.Version);
        _json.WriteString("catalogDate", tool.CatalogDateText);
        _json.WriteEndObject();
        _json.WriteStartArray("findings");
    }

    /// <inheritdoc/>
    public void Report(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ImmutableArray<string> fingerprints = FindingFingerprint.Of(result);
        HashSet<Finding> fixable = result.Findings.IsEmpty || _fixer is null ? [] : [.. _fixer.Propose(result).SelectMany(fix => fix.Findings)];
        foreach (var (finding, fingerprint) in result.Findings.Zip(fingerprints))
        {
            WriteFinding(finding, fingerprint, fixable.Contains(finding));
            if (_json.BytesPending > FlushThreshold)
                _json.Flush();
        }

        foreach (NotEvaluated part in result.NotEvaluated)
            Report(part);
    }

    /// <inheritdoc/>
    public void Report(NotEvaluated part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _notEvaluated.Add((part.Source.Path, part.Policy, part.Pointer, part.Reason));
    }

    /// <inheritdoc/>
    public void Report(InputFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        _failures.Add(failure);
    }

    /// <inheritdoc/>
    public void Finish(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _json.WriteEndArray();
        WriteNotEvaluated();
        WriteFailures();
        WriteSummary(summary);
        _json.WriteEndObject();
        _json.Flush();
        _stream.Write("\n"u8);
        _stream.Flush();
    }

    /// <summary>Frees what the writer holds.</summary>
    public void Dispose() => _json.Dispose();

    private void WriteFinding(Finding finding, string fingerprint, bool isFixable)
    {
        _json.WriteStartObject();
        _json.WriteString("ruleId", finding.Rule.Id);
        _json.WriteString("rule", finding.Rule.Name);
        _json.WriteString("severity", finding.Severity.ToName());
        _json.WriteString("securitySeverity", finding.SecuritySeverity.ToName());
        _json.WriteString("issueCode", finding.IssueCode?.Name);
        _json.WriteString("issueType", finding.IssueCode?.Type.ToName());
        _json.WriteString("message", finding.Message);
        _json.WriteString("file", finding.Source.Path);
        _json.WriteString("policy", finding.Policy);
        _json.WriteStartArray("pointers");
        foreach (string pointer in finding.Pointers)
            _json.WriteStringValue(pointer);
        _json.WriteEndArray();
        _json.WriteStartObject("span");
        WritePosition("start", finding.Start, finding.Span.Start);
        WritePosition("end", finding.End, finding.Span.End);
        _json.WriteEndObject();
        _json.WriteString("confirmation", finding.Confirmation.ToName());
        _json.WriteString("confirmationReason", finding.ConfirmationReason);
        _json.WriteBoolean("fixable", isFixable);
        _json.WriteString("fingerprint", fingerprint);
        _json.WriteString("helpUri", finding.Rule.HelpUri);
        _json.WriteEndObject();
    }

    private void WritePosition(string name, LinePosition position, int offset)
    {
        _json.WriteStartObject(name);
        _json.WriteNumber("line", position.Line);
        _json.WriteNumber("column", position.Column);
        _json.WriteNumber("offset", offset);
        _json.WriteEndObject();
    }

    private void WriteNotEvaluated()
    {
        _json.WriteStartArray("notEvaluated");
        foreach (var (file, policy, pointer, reason) in _notEvaluated)
        {
            _json.WriteStartObject();
            _json.WriteString("file", file);
            _json.WriteString("policy", policy);
            _json.WriteString("pointer", pointer);
            _json.WriteString("reason", reason);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteFailures()
    {
        _json.WriteStartArray("failures");
        foreach (InputFailure failure in _failures)
        {
            _json.WriteStartObject();
            _json.WriteString("file", failure.Path);
            _json.WriteString("reason", failure.Reason);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteSummary(RunSummary summary)
    {
        _json.WriteStartObject("summary");
        _json.WriteNumber("files", summary.Files);
        _json.WriteNumber("policies", summary.Policies);
        _json.WriteNumber("skipped", summary.Skipped);
        _json.WriteNumber("errors", summary.Errors);
        _json.WriteNumber("warnings", summary.Warnings);
        _json.WriteNumber("suggestions", summary.Suggestions);
        _json.WriteNumber("suppressed", summary.Suppressed);
        _json.WriteEndObject();
    }
}
