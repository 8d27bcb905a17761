using PolicyLint.Reporting;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Reporting;

public sealed class GitHubReporterTests
{
    private static readonly SourceText Policy = SourceText.From("{ \"Statement\": {\n  \"Action\": \"s3:*\",\n  \"Resource\": \"*\"\n} }", "policies/a.json");

    [TestCase(SecuritySeverity.High, "error")]
    [TestCase(SecuritySeverity.Medium, "warning")]
    [TestCase(SecuritySeverity.None, "notice")]
    public void A_finding_is_an_annotation_at_its_place(SecuritySeverity risk, string command)
    {
        Finding finding = Sample.On(Policy, "\"s3:*\"", Sample.Rule("PL1001", "x", risk), "Every action");

        Lines(Sample.Result(Policy, finding))[0].Should().Be(
            $"::{command} file=policies/a.json,line=2,col=13,endLine=2,endColumn=19,title=PL1001 x::Every action%0ADo: Name the actions that the users need%0AMore: https://github.com/policylint/policylint/blob/main/docs/rules/PL1001.md");
    }

    [Test]
    public void A_place_of_several_lines_has_no_columns()
    {
        Finding finding = Sample.On(Policy, "\"Action\": \"s3:*\",\n  \"Resource\"");

        Lines(Sample.Result(Policy, finding))[0].Should().StartWith("::error file=policies/a.json,line=2,endLine=3,title=");
    }

    [Test]
    public void What_means_something_to_the_runner_is_escaped()
    {
        SourceText source = SourceText.From("{\"Statement\":[]}", "a,b:c%.json");
        Finding finding = Sample.On(source, "[]", Sample.Rule("PL1001", "x,y:z", SecuritySeverity.High, remedy: "100%"), "50% of\n::error::`x`");

        Lines(Sample.Result(source, finding))[0].Should().StartWith(
            "::error file=a%2Cb%3Ac%25.json,line=1,col=14,endLine=1,endColumn=16,title=PL1001 x%2Cy%3Az::50%25 of\\u000A::error::`x`%0ADo: 100%25%0AMore: ");
    }

    [Test]
    public void The_gravest_come_first_and_no_more_than_GitHub_shows()
    {
        RuleDescriptor warning = Sample.Rule("PL1002", "w", SecuritySeverity.Low);
        Finding[] findings = [.. Enumerable.Repeat(Sample.On(Policy, "\"*\"", warning), 12), .. Enumerable.Repeat(Sample.On(Policy, "\"*\""), 11)];

        string[] lines = Lines(Sample.Result(Policy, findings));

        lines[..10].Should().OnlyContain(line => line.StartsWith("::error "));
        lines[10..20].Should().OnlyContain(line => line.StartsWith("::warning "));
        lines[20..].Should().Equal(
            "1 error, 2 warnings more without an annotation: GitHub shows 10 of each a step",
            "policylint 9.8.7: 1 policy, 11 errors, 12 warnings (catalogue of 2026-09-26)");
    }

    [Test]
    public void Failures_come_before_findings_and_parts_that_could_not_be_judged_after_suggestions()
    {
        var part = new NotEvaluated(Policy, Sample.Find(Policy, "\"*\""), "/Resource", "not known", "Role");
        var writer = new StringWriter();
        var reporter = new GitHubReporter(writer, Sample.Tool);
        reporter.Report(part);
        reporter.Report(Sample.Result(Policy, Sample.On(Policy, "\"*\"", Sample.Rule("PL4001", "s"))));
        reporter.Report(Sample.Result(Policy, Sample.On(Policy, "\"*\"")));
        reporter.Report(new InputFailure("gone.json", "no such file"));
        reporter.Finish(new RunSummary { Errors = 1, Suggestions = 1, NotEvaluated = 1, Failed = 1 });

        string[] lines = writer.ToString().Split('\n');

        lines[0].Should().Be("::error file=gone.json,title=Not checked::no such file");
        lines[1].Should().StartWith("::error file=policies/a.json,line=3,");
        lines[2].Should().StartWith("::notice file=policies/a.json,line=3,col=15,endLine=3,endColumn=18,title=PL4001 s::");
        lines[3].Should().Be("::notice file=policies/a.json,line=3,col=15,endLine=3,endColumn=18,title=Not evaluated::not known (in Role)");
        lines[4].Should().StartWith("policylint 9.8.7: 0 policies, 1 error, 1 suggestion, 1 part not evaluated, 1 file not checked");
    }

    [Test]
    public void Names_are_seen_from_the_root_of_the_repository()
    {
        var writer = new StringWriter();
        var reporter = new GitHubReporter(writer, Sample.Tool, new ReportBase("/repo/infra", "/repo"));
        reporter.Report(Sample.Result(Policy, Sample.On(Policy, "\"*\"")));
        reporter.Finish(new RunSummary());

        writer.ToString().Should().StartWith("::error file=infra/policies/a.json,line=3,");
    }

    [TestCaseSource(typeof(Hostile), nameof(Hostile.Texts))]
    public void Hostile_text_makes_no_command_of_its_own(string text)
    {
        SourceText source = SourceText.From("{\"Statement\":[]}", text);
        var writer = new StringWriter();
        var reporter = new GitHubReporter(writer, Sample.Tool);
        reporter.Report(Sample.Result(source, Sample.On(source, "[]", Sample.Rule("ACME0001", text, SecuritySeverity.High, remedy: text), text)));
        reporter.Report(new NotEvaluated(source, default, text, text, text));
        reporter.Report(new InputFailure(text, text));
        reporter.Finish(new RunSummary { Errors = 1, NotEvaluated = 1 });

        string[] lines = writer.ToString().Split('\n');

        lines.Should().HaveCount(5, "three annotations, the counts, and nothing after the last line end");
        lines[..3].Select(line => line.Split(' ')[0]).Should().Equal("::error", "::error", "::notice");
        foreach (string line in lines[..3])
        {
            string properties = line[..line.IndexOf("::", 2, StringComparison.Ordinal)];
            properties.Split(',').Should().OnlyContain(property => property.Contains('='), "no comma of the text may part properties");
            line.Should().NotContainAny("##", "\r", "\e", "\u202E", "\u2028");
        }
    }

    private static string[] Lines(LintResult result)
    {
        var writer = new StringWriter();
        var reporter = new GitHubReporter(writer, Sample.Tool);
        reporter.Report(result);
        reporter.Finish(new RunSummary().Add(result));
        return writer.ToString().TrimEnd('\n').Split('\n');
    }
}
