using System.Globalization;

namespace PolicyLint.Reporting;

/// <summary>
/// Writes one line a finding in the canonical format that MSBuild, editors and build servers recognise:
/// <c>file(line,column,endLine,endColumn): warning PLnnnn: text</c>. Suggestions and parts that could not be judged are
/// written as <c>message</c>, which they pass over.
/// </summary>
/// <param name="writer">Gets the lines, ended with LF.</param>
public sealed class MSBuildReporter(TextWriter writer) : IReporter
{
    // The format knows two categories only; another word makes a line that is neither.
    private const string Message = "message";

    /// <inheritdoc/>
    public void Report(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (Finding finding in result.Findings)
            WriteLine(finding.Source, finding.Span, CategoryOf(finding.Severity), SafeText.Escape(finding.Rule.Id), WithAddress(finding.Message, finding.Policy));

        foreach (NotEvaluated part in result.NotEvaluated)
            Report(part);
    }

    /// <inheritdoc/>
    public void Report(NotEvaluated part)
    {
        ArgumentNullException.ThrowIfNull(part);
        WriteLine(part.Source, part.Span, Message, id: null, WithAddress($"not evaluated: {part.Reason}", part.Policy));
    }

    /// <summary>Writes nothing: who runs the check says so where people look for what went wrong.</summary>
    public void Report(InputFailure failure)
    {
    }

    /// <inheritdoc/>
    public void Finish(RunSummary summary) => writer.Flush();

    private static string WithAddress(string text, string? policy) => policy is null ? text : $"{text} (in {policy})";

    private static string CategoryOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => Message,
    };

    private void WriteLine(SourceText source, TextSpan span, string category, string? id, string text)
    {
        LinePosition start = source.GetPosition(span.Start);
        LinePosition end = source.GetPosition(span.End);
        string path = category == Message ? ReportedPath.OfMSBuildMessage(source) : ReportedPath.OfMSBuild(source);
        string place = string.Create(CultureInfo.InvariantCulture, $"{path}({start.Line},{start.Column},{end.Line},{end.Column})");
        string label = id is null ? category : $"{category} {id}";
        writer.Write($"{place}: {label}: {SafeText.Escape(text)}");
        writer.Write('\n');
    }
}
