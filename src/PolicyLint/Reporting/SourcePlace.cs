namespace PolicyLint.Reporting;

/// <summary>A place in all the ways that formats count: kept where the text itself is not to be.</summary>
internal readonly record struct SourcePlace(LinePosition Start, LinePosition End, TextSpan Span)
{
    public static SourcePlace Of(SourceText source, TextSpan span) => new(source.GetPosition(span.Start), source.GetPosition(span.End), span);
}
