using System.Globalization;
using System.Text;
using System.Xml;
using PolicyLint.Rules;

namespace PolicyLint.Reporting;

/// <summary>
/// Writes a run as JUnit XML, in the form that Jenkins and Ant read: a test suite for each file; in it a test case for each
/// rule that found something in a policy, one for each clean policy, and errors for what could not be checked.
/// </summary>
public sealed class JUnitReporter : IReporter, IDisposable
{
    private readonly XmlWriter _xml;
    private readonly Stream _stream;
    private readonly Severity? _failOn;
    private readonly List<JUnitCase> _cases = [];
    private string? _file;
    private bool _hasFile;

    /// <summary>Starts the document.</summary>
    /// <param name="stream">Gets the XML; it stays open.</param>
    /// <param name="tool">Who reports.</param>
    /// <param name="failOn">The least severity that makes a test case fail; null for none. Other findings are its output.</param>
    public JUnitReporter(Stream stream, ToolIdentity tool, Severity? failOn = Severity.Warning)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tool);
        _stream = stream;
        _failOn = failOn;
        _xml = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
            CloseOutput = false,
        });
        _xml.WriteStartDocument();
        _xml.WriteStartElement("testsuites");
        _xml.WriteAttributeString("name", SafeText.Escape($"{tool.Name} {tool.Version} (catalogue of {tool.CatalogDateText})"));
    }

    /// <inheritdoc/>
    public void Report(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        SourceText source = result.Document.Source;
        Enter((source.Origin?.File ?? source).Path);
        string policy = ClassOf(source.Origin?.Address);
        foreach (IGrouping<RuleDescriptor, Finding> rule in result.Findings.GroupBy(finding => finding.Rule))
            _cases.Add(JUnitCase.Of(policy, [.. rule], _failOn));

        if (!result.Document.IsReadable)
            _cases.Add(new JUnitCase(policy, "can be read", JUnitOutcome.Error, "not-read", "cannot be read as a policy", ""));
        if (!result.IsComplete)
            _cases.Add(new JUnitCase(policy, "is checked completely", JUnitOutcome.Error, "incomplete", "the check is incomplete", ""));
        if (result.Findings.IsEmpty && result.IsComplete && result.Document.IsReadable)
            _cases.Add(new JUnitCase(policy, "has no findings", JUnitOutcome.Pass, "", "", ""));

        foreach (NotEvaluated part in result.NotEvaluated)
            Add(part);
    }

    /// <inheritdoc/>
    public void Report(NotEvaluated part)
    {
        ArgumentNullException.ThrowIfNull(part);
        Enter(part.Source.Path);
        Add(part);
    }

    /// <inheritdoc/>
    public void Report(InputFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        Enter(failure.Path);
        _cases.Add(new JUnitCase(ClassOf(null), "can be checked", JUnitOutcome.Error, "not-checked", failure.Reason, ""));
    }

    /// <inheritdoc/>
    public void Finish(RunSummary summary)
    {
        Leave();
        _xml.WriteEndElement();
        _xml.WriteEndDocument();
        _xml.Flush();
        _stream.Write("\n"u8);
        _stream.Flush();
    }

    /// <summary>Frees what the writer holds.</summary>
    public void Dispose() => _xml.Dispose();

    private void Add(NotEvaluated part) => _cases.Add(new JUnitCase(
        ClassOf(part.Policy),
        string.Create(CultureInfo.InvariantCulture, $"is evaluated at {part.Source.GetPosition(part.Span.Start)}"),
        JUnitOutcome.Skipped,
        "not-evaluated",
        part.Reason,
        ""));

    private string ClassOf(string? policy) => policy ?? _file ?? ReportedPath.OfNameless;

    // The counts of a suite come before its cases: those of one file are kept until the next.
    private void Enter(string? file)
    {
        if (_hasFile && _file == file)
            return;

        Leave();
        _file = file;
        _hasFile = true;
    }

    private void Leave()
    {
        if (!_hasFile)
            return;

        _xml.WriteStartElement("testsuite");
        _xml.WriteAttributeString("name", SafeText.Escape(_file ?? ReportedPath.OfNameless));
        WriteCount("tests", _cases.Count);
        WriteCount("failures", _cases.Count(test => test.Outcome == JUnitOutcome.Failure));
        WriteCount("errors", _cases.Count(test => test.Outcome == JUnitOutcome.Error));
        WriteCount("skipped", _cases.Count(test => test.Outcome == JUnitOutcome.Skipped));
        foreach (JUnitCase test in _cases)
            test.Write(_xml);

        _xml.WriteEndElement();
        _cases.Clear();
    }

    private void WriteCount(string name, int count) => _xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
}
