using System.Text.RegularExpressions;
using PolicyLint.Reporting;

namespace PolicyLint.Tests.Reporting;

public sealed partial class MSBuildReporterTests
{
    private static readonly SourceText Policy = SourceText.From("{\n  \"Action\": \"s3:*\"\n}", "policies/a.json");

    [TestCase(SecuritySeverity.High, "error")]
    [TestCase(SecuritySeverity.Medium, "warning")]
    [TestCase(SecuritySeverity.None, "message")]
    public void A_finding_is_one_line_in_the_canonical_format(SecuritySeverity risk, string category)
    {
        Finding finding = Sample.On(Policy, "\"s3:*\"", Sample.Rule("PL1001", "x", risk), "Every action of S3");

        Report(Policy, finding).Should().Be($"policies/a.json(2,13,2,19): {category} PL1001: Every action of S3\n");
    }

    [Test]
    public void MSBuild_reads_back_the_place_the_category_and_the_code()
    {
        Match match = Canonical().Match(Report(Policy, Sample.On(Policy, "\"s3:*\"", message: "All: error X1: of it")).TrimEnd());

        match.Groups["ORIGIN"].Value.Should().Be("policies/a.json(2,13,2,19)");
        match.Groups["CATEGORY"].Value.Should().Be("error");
        match.Groups["CODE"].Value.Should().Be("PL3002");
        match.Groups["TEXT"].Value.Should().Be(" All: error X1: of it");
    }

    [TestCase("a.json")]
    [TestCase("last error 4.json")]
    [TestCase("x: error PL0: pwned.json")]
    [TestCase("warning")]
    [TestCase("C:\\error warning\\a.json")]
    [TestCase("error : a.json")]
    public void MSBuild_does_not_take_a_suggestion_for_an_error(string path)
    {
        SourceText source = SourceText.From("{}", path);
        Finding finding = Sample.On(source, "{}", Sample.Rule("PL4001", "x"), "This error : text, warning X: text");

        string line = Report(source, finding).TrimEnd('\n');

        line.Should().EndWith(": message PL4001: This error : text, warning X: text");
        Canonical().IsMatch(line).Should().BeFalse("`{0}` is a suggestion", line);
    }

    [TestCase("a.json\nb.json(1,1): error X: y", "a.json\\u000Ab.json(1,1)\\u003A error X\\u003A y")]
    [TestCase("C:\\p\\a.json", "C:\\p\\a.json")]
    [TestCase("\e[31ma", "\\u001B[31ma")]
    public void A_hostile_name_cannot_forge_a_line(string path, string shown)
    {
        SourceText source = SourceText.From("{}", path);

        Report(source, Sample.On(source, "{}", message: "Sid `\n::error::`")).Should().Be($"{shown}(1,1,1,3): error PL3002: Sid `\\u000A::error::`\n");
    }

    [Test]
    public void What_could_not_be_judged_is_neither_error_nor_warning()
    {
        var part = new NotEvaluated(Policy, Sample.Find(Policy, "\"s3:*\""), "/Action", "unknown error X: value");
        var writer = new StringWriter();
        new MSBuildReporter(writer).Report(new LintResult(PolicyDocument.Parse(Policy), [], [part], isComplete: true));

        string line = writer.ToString().TrimEnd('\n');

        line.Should().Be("policies/a.json(2,13,2,19): message: not evaluated: unknown error X: value");
        Canonical().IsMatch(line).Should().BeFalse();
    }

    private static string Report(SourceText source, Finding finding)
    {
        var writer = new StringWriter();
        var reporter = new MSBuildReporter(writer);
        reporter.Report(Sample.Result(source, finding));
        reporter.Finish(new RunSummary());
        return writer.ToString();
    }

    // The shape that MSBuild's documentation of its error format gives: origin, category, code, text.
    [GeneratedRegex(@"^\s*(((?<ORIGIN>(((\d+>)?[a-zA-Z]?:[^:]*)|([^:]*))):)|())(?<SUBCATEGORY>(()|([^:]*? )))(?<CATEGORY>(error|warning))( \s*(?<CODE>[^: ]*))?\s*:(?<TEXT>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Canonical();
}
