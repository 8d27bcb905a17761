using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyLint.Reporting;

namespace PolicyLint.Configuration;

/// <summary>One finding that was there when a baseline was written.</summary>
/// <param name="Fingerprint">What tells it again: <see cref="FindingFingerprint"/>.</param>
/// <param name="Rule">The id of its rule.</param>
/// <param name="File">Its file, relative to the folder of the baseline, with <c>/</c>.</param>
/// <param name="Policy">What its policy is called in a host file; null where the file is the policy.</param>
/// <param name="Message">What it said, for people.</param>
public sealed record BaselineEntry(string Fingerprint, string Rule, string File, string? Policy, string Message);

/// <summary>The findings that a project had when it began: a check with a baseline tells of new ones only. Immutable.</summary>
public sealed class Baseline
{
    /// <summary>What the file is called where nobody says otherwise.</summary>
    public const string FileName = "policylint-baseline.json";

    private const int SchemaVersion = 1;

    // The messages are for people, and harmless already. Names of files and policies are written for programs: with every sign
    // outside ASCII escaped.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Baseline(ImmutableArray<BaselineEntry> entries, ImmutableArray<ConfigurationProblem> problems)
    {
        Entries = entries;
        Problems = problems;
    }

    /// <summary>The findings, in the order of their files, policies, rules and fingerprints.</summary>
    public ImmutableArray<BaselineEntry> Entries { get; }

    /// <summary>What is wrong with the file that it was read from.</summary>
    public ImmutableArray<ConfigurationProblem> Problems { get; }

    /// <summary>A baseline of these findings.</summary>
    public static Baseline Of(IEnumerable<BaselineEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new(
            [
                .. entries
                    .OrderBy(entry => entry.File, StringComparer.Ordinal)
                    .ThenBy(entry => entry.Policy, StringComparer.Ordinal)
                    .ThenBy(entry => entry.Rule, StringComparer.Ordinal)
                    .ThenBy(entry => entry.Fingerprint, StringComparer.Ordinal),
            ],
            []);
    }

    /// <summary>The findings of a result as entries.</summary>
    /// <param name="result">The result.</param>
    /// <param name="file">Its file, relative to the folder of the baseline.</param>
    public static IEnumerable<BaselineEntry> EntriesOf(LintResult result, string file)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Findings.Zip(FindingFingerprint.Of(result), (finding, fingerprint) =>
            new BaselineEntry(fingerprint, finding.Rule.Id, file.Replace('\\', '/'), finding.Policy, finding.Message));
    }

    /// <summary>Reads a baseline. Never throws on any input: what is wrong stands in <see cref="Problems"/>.</summary>
    public static Baseline Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var problems = new ConfigurationProblems(source);
        ImmutableArray<BaselineEntry>.Builder entries = ImmutableArray.CreateBuilder<BaselineEntry>();
        if (ConfigurationJson.Read(source, problems) is { } root && ObjectReader.Of(root, "a baseline", problems) is { } file)
        {
            file.Require("schemaVersion", "a baseline");
            if (file.Take("schemaVersion") is { } version && version.Text != SchemaVersion.ToString(CultureInfo.InvariantCulture))
                problems.Add(version.Span, $"a baseline of schemaVersion {version.Text.Quoted()} is not known here");

            file.Require("findings", "a baseline");
            foreach (JsonValue item in file.Items("findings"))
            {
                if (ReadEntry(item, problems) is { } entry)
                    entries.Add(entry);
            }

            file.End();
        }

        return new(entries.DrainToImmutable(), problems.ToSorted());
    }

    /// <summary>Writes it.</summary>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteStartArray("findings");
            foreach (BaselineEntry entry in Entries)
            {
                json.WriteStartObject();
                json.WriteString("fingerprint", entry.Fingerprint);
                json.WriteString("rule", entry.Rule);
                json.WriteString("file", JsonEncodedText.Encode(entry.File));
                if (entry.Policy is not null)
                    json.WriteString("policy", JsonEncodedText.Encode(entry.Policy));

                json.WriteString("message", SafeText.Escape(entry.Message));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static BaselineEntry? ReadEntry(JsonValue item, ConfigurationProblems problems)
    {
        const string what = "a finding of a baseline";
        if (ObjectReader.Of(item, what, problems) is not { } entry)
            return null;

        Configured<string>? fingerprint = entry.RequiredText("fingerprint", what);
        Configured<string>? rule = entry.RequiredText("rule", what);
        Configured<string>? file = entry.RequiredText("file", what);
        string? policy = entry.Text("policy")?.Value;
        string? message = entry.Text("message")?.Value;
        entry.End();
        return fingerprint is null || rule is null || file is null ? null : new(fingerprint.Value.Value, rule.Value.Value, file.Value.Value, policy, message ?? "");
    }
}
