using System.Text;
using System.Text.Json;
using PolicyLint.Fixing;
using PolicyLint.Reporting;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Reporting;

public sealed class JsonReporterTests
{
    [Test]
    public void The_object_has_exactly_the_agreed_members_in_the_agreed_order()
    {
        SourceText source = SourceText.From("""{ "Statement": { "Action": "é", "Resource": "s3:*" } }""", "dir/a.json");
        Finding finding = Sample.On(source, "\"s3:*\"", message: "Everything", related: ("\"é\"", "with"));
        var part = new NotEvaluated(source, default, "/Statement/Action", "not known");
        var result = new LintResult(PolicyDocument.Parse(source), [finding], [part], isComplete: true);
        string fingerprint = FindingFingerprint.Of(result)[0];
        RunSummary summary = new RunSummary().Add(result).AddSkipped() with { Suppressed = 7 };

        Write(reporter =>
        {
            reporter.Report(result);
            reporter.Report(new InputFailure("dir/b.json", "no such file"));
            reporter.Finish(summary);
        }).Should().Be(
            $$"""
            {
              "schemaVersion": 1,
              "tool": {
                "name": "policylint",
                "version": "9.8.7",
                "catalogDate": "2026-09-26"
              },
              "findings": [
                {
                  "ruleId": "PL3002",
                  "rule": "sagemaker-full-access",
                  "severity": "error",
                  "securitySeverity": "high",
                  "issueCode": null,
                  "issueType": null,
                  "message": "Everything",
                  "file": "dir/a.json",
                  "policy": null,
                  "pointers": [
                    "/Statement/0/Action",
                    "/Statement/0/Resource"
                  ],
                  "span": {
                    "start": {
                      "line": 1,
                      "column": 45,
                      "offset": 45
                    },
                    "end": {
                      "line": 1,
                      "column": 51,
                      "offset": 51
                    }
                  },
                  "confirmation": "not-checked",
                  "confirmationReason": null,
                  "fixable": false,
                  "fingerprint": "{{fingerprint}}",
                  "helpUri": "https://github.com/policylint/policylint/blob/main/docs/rules/PL3002.md"
                }
              ],
              "notEvaluated": [
                {
                  "file": "dir/a.json",
                  "policy": null,
                  "pointer": "/Statement/Action",
                  "reason": "not known"
                }
              ],
              "failures": [
                {
                  "file": "dir/b.json",
                  "reason": "no such file"
                }
              ],
              "summary": {
                "files": 2,
                "policies": 1,
                "skipped": 1,
                "errors": 1,
                "warnings": 0,
                "suggestions": 0,
                "suppressed": 7
              }
            }

            """);
    }

    [Test]
    public void An_issue_code_and_a_missing_risk_are_told()
    {
        var rule = new RuleDescriptor
        {
            Id = "PL2001",
            Name = "n",
            Category = RuleCategory.Correctness,
            Title = "t",
            Why = "w",
            Remedy = "r",
            Sources = [],
            DefaultSeverity = Severity.Warning,
            IssueCodes = [IssueCodes.InvalidAction],
        };
        SourceText source = SourceText.From("{}");

        JsonElement finding = FirstFinding(Sample.Result(source, Sample.On(source, "{}", rule)));

        finding.GetProperty("issueCode").GetString().Should().Be("INVALID_ACTION");
        finding.GetProperty("securitySeverity").ValueKind.Should().Be(JsonValueKind.Null);
        finding.GetProperty("severity").GetString().Should().Be("warning");
        finding.GetProperty("file").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public void A_finding_that_somebody_can_fix_says_so()
    {
        LintResult result = new PolicyLinter([]).Lint("""{"Version":"2012-10-17","Statement":[],}""");
        using var stream = new MemoryStream();
        using var reporter = new JsonReporter(stream, Sample.Tool, new PolicyFixer(new PolicyLinter([]), GrammarFixes.All));

        Finish(reporter, result);

        JsonElement.Parse(Encoding.UTF8.GetString(stream.ToArray())).GetProperty("findings").EnumerateArray()
            .Select(finding => $"{finding.GetProperty("rule")} {finding.GetProperty("fixable")}")
            .Should().Equal("empty-statement-list False", "trailing-comma True");
    }

    [Test]
    public void Hostile_text_comes_back_as_it_was_and_is_never_raw()
    {
        const string Hostile = "\e[2J\u202E\n</script>\u2028";
        SourceText source = SourceText.From("{}", Hostile);
        LintResult result = Sample.Result(source, Sample.On(source, "{}", message: Hostile));

        string json = Write(reporter => Finish(reporter, result));
        JsonElement finding = FirstFinding(result);

        json.Should().NotContainAny("\e", "\u202E", "</script", "\u2028");
        finding.GetProperty("message").GetString().Should().Be(Hostile);
        finding.GetProperty("file").GetString().Should().Be(Hostile);
    }

    [Test]
    public void Half_of_a_surrogate_pair_becomes_the_replacement_character()
    {
        SourceText source = SourceText.From("{}");

        FirstFinding(Sample.Result(source, Sample.On(source, "{}", message: "a\uD800b"))).GetProperty("message").GetString().Should().Be("a\uFFFDb");
    }

    [Test]
    public void A_run_without_findings_is_the_same_object_with_empty_lists()
    {
        using JsonDocument json = JsonDocument.Parse(Write(reporter => reporter.Finish(new RunSummary())));

        json.RootElement.EnumerateObject().Select(member => member.Name).Should().Equal("schemaVersion", "tool", "findings", "notEvaluated", "failures", "summary");
        json.RootElement.GetProperty("findings").GetArrayLength().Should().Be(0);
        json.RootElement.GetProperty("notEvaluated").GetArrayLength().Should().Be(0);
    }

    private static JsonElement FirstFinding(LintResult result) =>
        JsonDocument.Parse(Write(reporter => Finish(reporter, result))).RootElement.GetProperty("findings")[0];

    private static void Finish(JsonReporter reporter, LintResult result)
    {
        reporter.Report(result);
        reporter.Finish(new RunSummary().Add(result));
    }

    private static string Write(Action<JsonReporter> write)
    {
        using var stream = new MemoryStream();
        using var reporter = new JsonReporter(stream, Sample.Tool);
        write(reporter);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
