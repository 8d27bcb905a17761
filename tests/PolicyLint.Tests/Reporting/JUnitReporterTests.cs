using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PolicyLint.Reporting;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Reporting;

public sealed class JUnitReporterTests
{
    private static readonly SourceText Policy = SourceText.From("{ \"Statement\": {\n  \"Action\": \"s3:*\",\n  \"Resource\": \"*\"\n} }", "policies/a.json");

    [Test]
    public void A_rule_and_a_policy_make_a_test_case()
    {
        Write(reporter =>
        {
            reporter.Report(Sample.Result(
                Policy,
                Sample.On(Policy, "\"s3:*\"", message: "Every action"),
                Sample.On(Policy, "\"*\"", Sample.Rule("PL4001", "style"), "Ugly"),
                Sample.On(Policy, "\"*\"", message: "Every resource")));
            reporter.Report(new LintResult(PolicyDocument.Parse(SourceText.From("{\"Statement\":[]}", "b.json")), [], [], isComplete: true));
        }).Should().Be(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <testsuites name="policylint 9.8.7 (catalogue of 2026-09-26)">
              <testsuite name="policies/a.json" tests="2" failures="1" errors="0" skipped="0">
                <testcase classname="policies/a.json" name="PL3002 sagemaker-full-access">
                  <failure message="Every action (and 1 more)" type="error">policies/a.json:2:13 error: Every action
            policies/a.json:3:15 error: Every resource
            do: Name the actions that the users need
            more: https://github.com/policylint/policylint/blob/main/docs/rules/PL3002.md
            </failure>
                </testcase>
                <testcase classname="policies/a.json" name="PL4001 style">
                  <system-out>policies/a.json:3:15 suggestion: Ugly
            do: Name the actions that the users need
            more: https://github.com/policylint/policylint/blob/main/docs/rules/PL4001.md
            </system-out>
                </testcase>
              </testsuite>
              <testsuite name="b.json" tests="1" failures="0" errors="0" skipped="0">
                <testcase classname="b.json" name="has no findings" />
              </testsuite>
            </testsuites>

            """);
    }

    [TestCase(Severity.Error, 1)]
    [TestCase(Severity.Warning, 2)]
    [TestCase(Severity.Suggestion, 3)]
    [TestCase(null, 0)]
    public void The_least_severity_that_fails_is_chosen(Severity? failOn, int failures)
    {
        LintResult result = Sample.Result(
            Policy,
            Sample.On(Policy, "\"*\""),
            Sample.On(Policy, "\"*\"", Sample.Rule("PL1002", "b", SecuritySeverity.Low)),
            Sample.On(Policy, "\"*\"", Sample.Rule("PL4001", "c")));

        XElement suite = Read(Write(reporter => reporter.Report(result), failOn)).Element("testsuite")!;

        suite.Attribute("failures")!.Value.Should().Be($"{failures}");
        suite.Descendants("failure").Should().HaveCount(failures);
    }

    [Test]
    public void Policies_of_one_host_file_share_a_suite_and_are_told_apart()
    {
        XElement[] suites =
        [
            .. Read(Write(reporter =>
            {
                reporter.Report(new PolicyLinter([]).Lint(PolicyDocument.Parse(Hosted.In("t.yaml", "Role", "x", "{ \"Statement\": [] }"))));
                reporter.Report(new PolicyLinter([]).Lint(PolicyDocument.Parse(Hosted.In("t.yaml", "Bucket", "xx", "{ \"Statement\": [] }"))));
                reporter.Report(new NotEvaluated(SourceText.From("x", "t.yaml"), default, "", "is a parameter", "Queue"));
            })).Elements("testsuite"),
        ];

        suites.Should().ContainSingle();
        suites[0].Elements("testcase").Select(test => test.Attribute("classname")!.Value).Distinct().Should().Equal("Role", "Bucket", "Queue");
    }

    [Test]
    public void What_was_not_checked_is_an_error_and_what_was_not_judged_is_skipped()
    {
        var part = new NotEvaluated(Policy, Sample.Find(Policy, "\"*\""), "/Resource", "not known");

        XElement[] suites = [.. Read(Write(reporter =>
        {
            reporter.Report(new LintResult(PolicyDocument.Parse(SourceText.From("{", "broken.json")), [], [part], isComplete: false));
            reporter.Report(new InputFailure("gone.json", "no such file"));
        })).Elements("testsuite")];

        suites.Select(suite => $"{suite.Attribute("name")!.Value} {suite.Attribute("errors")!.Value} {suite.Attribute("skipped")!.Value}")
            .Should().Equal("broken.json 2 1", "gone.json 1 0");
        suites[0].Descendants("skipped").Single().Attribute("message")!.Value.Should().Be("not evaluated: not known");
        suites.SelectMany(suite => suite.Descendants("error")).Select(error => error.Attribute("message")!.Value)
            .Should().Equal("cannot be read as a policy", "the check is incomplete", "no such file");
    }

    [TestCaseSource(typeof(Hostile), nameof(Hostile.Texts))]
    public void Hostile_text_is_valid_by_the_schema_and_stays_text(string text)
    {
        SourceText source = SourceText.From("{\"Statement\":[]}", text);
        string xml = Write(reporter =>
        {
            reporter.Report(Sample.Result(source, Sample.On(source, "[]", Sample.Rule("ACME0001", text, SecuritySeverity.High, remedy: text), text)));
            reporter.Report(new NotEvaluated(source, default, text, text, text));
            reporter.Report(new InputFailure(text, text));
        });

        XElement root = Read(xml);
        root.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct().Should().BeEquivalentTo("testsuites", "testsuite", "testcase", "failure", "skipped", "error");
        root.Descendants("failure").Single().Attribute("message")!.Value.Should().Be(SafeText.Escape(text));
    }

    // What Jenkins and Ant agree on: PolicyLint.Tests/Reporting/junit.xsd.
    private static XElement Read(string xml)
    {
        var schemas = new XmlSchemaSet();
        using (XmlReader schema = XmlReader.Create(Repository.PathOf("tests", "PolicyLint.Tests", "Reporting", "junit.xsd")))
            schemas.Add(null, schema);

        XDocument document = XDocument.Parse(xml);
        var complaints = new List<string>();
        document.Validate(schemas, (_, complaint) => complaints.Add(complaint.Message));
        complaints.Should().BeEmpty();
        return document.Root!;
    }

    private static string Write(Action<JUnitReporter> report, Severity? failOn = Severity.Warning)
    {
        using var stream = new MemoryStream();
        using var reporter = new JUnitReporter(stream, Sample.Tool, failOn);
        report(reporter);
        reporter.Finish(new RunSummary());
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
