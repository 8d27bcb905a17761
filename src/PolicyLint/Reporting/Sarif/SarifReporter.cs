using System.Text.Json;
using PolicyLint.Fixing;
using PolicyLint.Rules;

namespace PolicyLint.Reporting;

/// <summary>
/// Writes a run as a SARIF 2.1.0 log with one run, for code scanning: every rule, found or not; results with whole regions,
/// fixes and fingerprints of PolicyLint's own; and what was not checked as notifications. See
/// <see href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</see> and
/// <see href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning">what GitHub reads of it</see>.
/// </summary>
/// <remarks>Results are written as they come; names of files and what was not checked are kept until the end.</remarks>
public sealed class SarifReporter : IReporter, IDisposable
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const int FlushThreshold = 32 * 1024;

    private readonly Stream _stream;
    private readonly Utf8JsonWriter _json;
    private readonly SarifResult _result;
    private readonly SarifInvocation _invocation;
    private readonly SarifArtifacts _artifacts;
    private readonly PolicyFixer? _fixer;

    /// <summary>Starts the log.</summary>
    /// <param name="stream">Gets the JSON; it stays open.</param>
    /// <param name="tool">Who reports.</param>
    /// <param name="rules">Every rule that may have run, those of the grammar too, in the order to list them.</param>
    /// <param name="fixer">Knows the fixes; its safe ones are offered with the results. Null for none.</param>
    /// <param name="names">Where names of files are seen from; null where they are names from the root of the repository.</param>
    public SarifReporter(Stream stream, ToolIdentity tool, IEnumerable<RuleDescriptor> rules, PolicyFixer? fixer = null, ReportBase? names = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tool);
        ArgumentNullException.ThrowIfNull(rules);
        RuleDescriptor[] listed = [.. rules];
        _stream = stream;
        _fixer = fixer;
        _json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        _artifacts = new SarifArtifacts(names ?? new ReportBase());
        _result = new SarifResult(_json, _artifacts, listed);
        _invocation = new SarifInvocation(_json, _artifacts);
        Start(tool, listed);
    }

    /// <inheritdoc/>
    public void Report(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        SourceText source = result.Document.Source;
        _artifacts.IndexOf((source.Origin?.File ?? source).Path);
        SarifFixes fixes = SarifFixes.Of(result, _fixer);
        foreach (var (finding, fingerprint) in result.Findings.Zip(FindingFingerprint.Of(result)))
        {
            _result.Write(finding, fingerprint, result.Document.Type, fixes);
            if (_json.BytesPending > FlushThreshold)
                _json.Flush();
        }

        _invocation.Add(result);
    }

    /// <inheritdoc/>
    public void Report(NotEvaluated part) => _invocation.Add(part);

    /// <inheritdoc/>
    public void Report(InputFailure failure) => _invocation.Add(failure);

    /// <inheritdoc/>
    public void Finish(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _json.WriteEndArray();
        _invocation.Write();
        _artifacts.Write(_json);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _stream.Write("\n"u8);
        _stream.Flush();
    }

    /// <summary>Frees what the writer holds.</summary>
    public void Dispose() => _json.Dispose();

    private void Start(ToolIdentity tool, RuleDescriptor[] rules)
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", Schema);
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        SarifTool.Write(_json, tool, rules);
        _json.WriteStartObject("automationDetails");
        _json.WriteString("id", "policylint/");
        _json.WriteEndObject();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
    }
}
