using System.Text.Json;
using PolicyLint.Fixing;
using PolicyLint.Rules;

namespace PolicyLint.Reporting;

/// <summary>Writes a finding as a result of a SARIF log.</summary>
internal sealed class SarifResult(Utf8JsonWriter json, SarifArtifacts artifacts, RuleDescriptor[] rules)
{
    /// <summary>The name of PolicyLint's fingerprint. GitHub's own, primaryLocationLineHash, is worked out by its upload.</summary>
    private const string Fingerprint = "policyLint/v1";

    private readonly Dictionary<string, int> _numbers = rules.Index().DistinctBy(rule => rule.Item.Id).ToDictionary(rule => rule.Item.Id, rule => rule.Index, StringComparer.Ordinal);

    public void Write(Finding finding, string fingerprint, PolicyType type, SarifFixes fixes)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        if (_numbers.TryGetValue(finding.Rule.Id, out int number))
            json.WriteNumber("ruleIndex", number);

        json.WriteString("level", SarifTool.LevelOf(finding.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", SarifText.Line(Sentence(finding)));
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePlace(finding, finding.Span);
        WriteLogicalLocations(finding);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteRelated(finding);
        json.WriteStartObject("partialFingerprints");
        json.WriteString(Fingerprint, fingerprint);
        json.WriteEndObject();
        WriteFixes(finding, fixes);
        WriteProperties(finding, type);
        json.WriteEndObject();
    }

    /// <summary>Writes a range of a file.</summary>
    public static void WriteRegion(Utf8JsonWriter json, string name, SourcePlace place)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", place.Start.Line);
        json.WriteNumber("startColumn", place.Start.Column);
        json.WriteNumber("endLine", place.End.Line);
        json.WriteNumber("endColumn", place.End.Column);
        json.WriteNumber("byteOffset", place.Span.Start);
        json.WriteNumber("byteLength", place.Span.Length);
        json.WriteEndObject();
    }

    private static string Sentence(Finding finding) => finding.Policy is { } policy ? $"{finding.Message} (in {policy})." : $"{finding.Message}.";

    private void WritePlace(Finding finding, TextSpan span)
    {
        json.WriteStartObject("physicalLocation");
        artifacts.WriteLocation(json, "artifactLocation", finding.Source.Path);
        WriteRegion(json, "region", SourcePlace.Of(finding.Source, span));
        json.WriteEndObject();
    }

    private void WriteLogicalLocations(Finding finding)
    {
        json.WriteStartArray("logicalLocations");
        if (finding.Policy is { } policy)
        {
            json.WriteStartObject();
            json.WriteString("name", SafeText.Escape(policy));
            json.WriteString("kind", "resource");
            json.WriteEndObject();
        }

        // The pointer of the whole document is empty, and a location without a name is none.
        if (finding.Pointers[0] is { Length: > 0 } pointer)
        {
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", SafeText.Escape(pointer));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteRelated(Finding finding)
    {
        if (finding.Related.IsEmpty)
            return;

        json.WriteStartArray("relatedLocations");
        foreach (var (index, place) in finding.Related.Index())
        {
            json.WriteStartObject();
            json.WriteNumber("id", index + 1);
            WritePlace(finding, place.Span);
            json.WriteStartObject("message");
            json.WriteString("text", SarifText.Line(place.Note.Length == 0 ? "related" : place.Note));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteFixes(Finding finding, SarifFixes fixes)
    {
        if (fixes.For(finding) is not { Length: > 0 } mending)
            return;

        json.WriteStartArray("fixes");
        foreach (PolicyFix fix in mending)
        {
            json.WriteStartObject();
            SarifTool.WriteText(json, "description", $"{fix.Title}.");
            json.WriteStartArray("artifactChanges");
            json.WriteStartObject();
            artifacts.WriteLocation(json, "artifactLocation", finding.Source.Path);
            json.WriteStartArray("replacements");
            foreach (TextEdit edit in fix.Edits)
                WriteReplacement(finding.Source, edit);

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteReplacement(SourceText source, TextEdit edit)
    {
        json.WriteStartObject();
        WriteRegion(json, "deletedRegion", SourcePlace.Of(source, edit.Span));
        if (edit.NewText.Length > 0)
        {
            // Not made harmless: it is what a program is to write into the file.
            json.WriteStartObject("insertedContent");
            json.WriteString("text", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteProperties(Finding finding, PolicyType type)
    {
        json.WriteStartObject("properties");
        json.WriteString("policyType", type.ToName());
        if (finding.SecuritySeverity.ToName() is { } risk)
            json.WriteString("securitySeverity", risk);
        if (finding.IssueCode is { } code)
            json.WriteString("issueCode", code.Name);
        if (finding.Confirmation != Confirmation.NotChecked)
            json.WriteString("confirmation", finding.Confirmation.ToName());
        if (finding.ConfirmationReason is { } reason)
            json.WriteString("confirmationReason", SafeText.Escape(reason));

        json.WriteEndObject();
    }
}
