namespace PolicyLint.Reporting;

/// <summary>
/// Writes findings for people: where and what, the source lines with the places underlined, what to do, where to read more.
/// </summary>
/// <param name="writer">Gets the report, its lines ended with LF.</param>
/// <param name="tool">Who reports.</param>
/// <param name="style">Colours or none; null for none.</param>
/// <param name="width">The columns to stay within where that can be, at least 40.</param>
public sealed class TextReporter(TextWriter writer, ToolIdentity tool, TextStyle? style = null, int width = 100) : IReporter
{
    private readonly TextStyle _style = style ?? TextStyle.Plain;
    private readonly int _width = Math.Max(40, width);

    /// <summary>Whether the counts are written at the end.</summary>
    public bool WritesSummary { get; init; } = true;

    /// <inheritdoc/>
    public void Report(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (Finding finding in result.Findings)
            WriteFinding(finding);

        foreach (NotEvaluated part in result.NotEvaluated)
            WriteNotEvaluated(part);
    }

    /// <inheritdoc/>
    public void Report(NotEvaluated part)
    {
        ArgumentNullException.ThrowIfNull(part);
        WriteNotEvaluated(part);
    }

    /// <summary>Writes nothing: who runs the check says so where people look for what went wrong.</summary>
    public void Report(InputFailure failure)
    {
    }

    /// <inheritdoc/>
    public void Finish(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (WritesSummary && summary.Files > 0)
            WriteSummary(summary);

        writer.Flush();
    }

    private void WriteSummary(RunSummary summary)
    {
        WriteLine($"{SummaryPhrase.Of(summary)} (catalogue of {tool.CatalogDateText})");
    }

    private void WriteFinding(Finding finding)
    {
        string place = ReportedPath.OfText(finding.Source, finding.Start);
        string id = SafeText.Escape(finding.Rule.Id);
        WriteLine($"{_style.Dress(TextRole.Place, place)}  {_style.Dress(finding.Severity, finding.Severity.ToName())} {_style.Dress(TextRole.RuleId, id)} {SafeText.Escape(finding.Rule.Name)}");
        WriteAddress(finding.Policy);
        foreach (string line in TextWrapping.Lines(SafeText.Escape(finding.Message), _width - 2))
            WriteLine($"  {line}");

        foreach (string line in new SourceExcerpt(finding, _style, _width).Lines())
            WriteLine(line);

        if (finding.Confirmation != Confirmation.NotChecked)
            WriteConfirmation(finding);

        WriteAdvice(SafeText.Escape(finding.Rule.Remedy), $"policylint explain {id}");
        WriteLine("");
    }

    private void WriteAddress(string? policy)
    {
        if (policy is not null)
            WriteLine($"  {_style.Dress(TextRole.Quiet, "in")} {SafeText.Escape(policy)}");
    }

    private void WriteConfirmation(Finding finding)
    {
        string reason = finding.ConfirmationReason is { } said ? $": {said}" : "";
        foreach (string line in TextWrapping.Lines(SafeText.Escape($"Access Analyzer: {finding.Confirmation.ToName()}{reason}"), _width - 2))
            WriteLine($"  {line}");
    }

    // `more:` joins the last line of the remedy where there is room.
    private void WriteAdvice(string remedy, string command)
    {
        string more = $"{_style.Dress(TextRole.Quiet, "more:")} {command}";
        string[] lines = [.. TextWrapping.Lines(remedy, _width - 6)];
        for (int i = 0; i < lines.Length; i++)
        {
            string label = i == 0 ? $"  {_style.Dress(TextRole.Quiet, "do:")} " : "      ";
            bool isLast = i == lines.Length - 1;
            bool fits = isLast && CellWidth.Of(lines[i]) + command.Length + 18 <= _width;
            WriteLine(label + lines[i] + (fits ? $"      {more}" : ""));
            if (isLast && !fits)
                WriteLine($"  {more}");
        }

        if (lines.Length == 0)
            WriteLine($"  {more}");
    }

    private void WriteNotEvaluated(NotEvaluated part)
    {
        string place = ReportedPath.OfText(part.Source, part.Source.GetPosition(part.Span.Start));
        WriteLine($"{_style.Dress(TextRole.Place, place)}  not evaluated: {SafeText.Escape(part.Reason)}");
        WriteAddress(part.Policy);
        WriteLine("");
    }

    private void WriteLine(string line)
    {
        writer.Write(SafeText.EscapeLineStart(line));
        writer.Write('\n');
    }
}
