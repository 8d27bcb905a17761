using System.Collections.Immutable;
using System.Text;
using PolicyLint.Reporting;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Reporting;

/// <summary>Findings made by hand, for reporters to write.</summary>
internal static class Sample
{
    public static ToolIdentity Tool { get; } = new("policylint", "9.8.7", new DateOnly(2026, 9, 26));

    public static RuleDescriptor FullAccess { get; } = Rule("PL3002", "sagemaker-full-access", SecuritySeverity.High);

    public static RuleDescriptor Rule(string id, string name, SecuritySeverity risk = SecuritySeverity.None, string remedy = "Name the actions that the users need") => new()
    {
        Id = id,
        Name = name,
        Category = RuleCategory.SageMaker,
        Title = "A title",
        Why = "A reason.",
        Remedy = remedy,
        Sources = [],
        SecuritySeverity = risk,
    };

    /// <summary>A finding on the first place where a text stands in the source.</summary>
    public static Finding On(
        SourceText source,
        string place,
        RuleDescriptor? rule = null,
        string message = "Every SageMaker permission",
        string pointer = "/Statement/0/Action",
        params (string Place, string Note)[] related)
    {
        rule ??= FullAccess;
        ImmutableArray<RelatedPlace> places = [.. related.Select(other => new RelatedPlace(source, new FindingPlace(Find(source, other.Place), "/Statement/0/Resource"), other.Note))];
        return new Finding(rule, rule.OnlyIssueCode, rule.DefaultSeverity, rule.SecuritySeverity, message, source, new FindingPlace(Find(source, place), pointer), places);
    }

    public static LintResult Result(SourceText source, params Finding[] findings) =>
        new(PolicyDocument.Parse(source), [.. findings], notEvaluated: [], isComplete: true);

    public static TextSpan Find(SourceText source, string text)
    {
        int at = source.Bytes.Span.IndexOf(Encoding.UTF8.GetBytes(text));
        at.Should().BeGreaterThanOrEqualTo(0, "`{0}` must stand in the sample", text);
        return new TextSpan(at, Encoding.UTF8.GetByteCount(text));
    }

    public static string Text(LintResult result, int width = 100, TextStyle? style = null)
    {
        var writer = new StringWriter();
        var reporter = new TextReporter(writer, Tool, style, width);
        reporter.Report(result);
        return writer.ToString();
    }
}
