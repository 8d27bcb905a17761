using System.Text;
using System.Text.Json;
using PolicyLint.Fixing;
using PolicyLint.Reporting;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Reporting;

public sealed class SarifReporterTests
{
    private static readonly SourceText Policy = SourceText.From("{ \"Statement\": {\n  \"Action\": \"é*\",\n  \"Resource\": \"*\"\n} }", "policies/a b.json");

    [Test]
    public void A_result_has_its_rule_its_level_its_message_and_a_whole_region()
    {
        JsonElement result = Run(Sample.Result(Policy, Sample.On(Policy, "\"é*\"", message: "Every action"))).GetProperty("results")[0];

        result.GetProperty("ruleId").GetString().Should().Be("PL3002");
        result.GetProperty("ruleIndex").GetInt32().Should().Be(1);
        result.GetProperty("level").GetString().Should().Be("error");
        result.GetProperty("message").GetProperty("text").GetString().Should().Be("Every action.");
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        JsonElement.DeepEquals(place.GetProperty("artifactLocation"), JsonElement.Parse("""{ "uri": "policies/a%20b.json", "uriBaseId": "%SRCROOT%", "index": 0 }"""))
            .Should().BeTrue("it is {0}", place.GetProperty("artifactLocation"));
        Numbers(place.GetProperty("region")).Should().Equal(("startLine", 2), ("startColumn", 13), ("endLine", 2), ("endColumn", 17), ("byteOffset", 29), ("byteLength", 5));
        result.GetProperty("partialFingerprints").GetProperty("policyLint/v1").GetString().Should().HaveLength(32);
    }

    [TestCase(SecuritySeverity.Critical, "error", "9.5")]
    [TestCase(SecuritySeverity.High, "error", "8.0")]
    [TestCase(SecuritySeverity.Medium, "warning", "5.5")]
    [TestCase(SecuritySeverity.Low, "warning", "3.0")]
    [TestCase(SecuritySeverity.None, "note", null)]
    public void A_rule_says_how_grave_it_is_as_GitHub_reads_it(SecuritySeverity risk, string level, string? score)
    {
        JsonElement rule = Driver(Sample.Rule("PL3099", "some-rule", risk)).GetProperty("rules")[0];

        rule.GetProperty("defaultConfiguration").GetProperty("level").GetString().Should().Be(level);
        JsonElement properties = rule.GetProperty("properties");
        (properties.TryGetProperty("security-severity", out JsonElement written) ? written.GetString() : null).Should().Be(score);
        properties.GetProperty("tags").EnumerateArray().Any(tag => tag.GetString() == "security").Should().Be(score is not null);
    }

    [Test]
    public void Every_rule_is_listed_on_a_run_without_findings()
    {
        JsonElement driver = Driver(Sample.Rule("PL1001", "admin-wildcard"), Sample.FullAccess);

        driver.GetProperty("rules").EnumerateArray().Select(rule => (rule.GetProperty("id").GetString(), rule.GetProperty("name").GetString()))
            .Should().Equal(("PL1001", "AdminWildcard"), ("PL3002", "SagemakerFullAccess"));
        driver.GetProperty("properties").GetProperty("catalogDate").GetString().Should().Be("2026-09-26");
        JsonElement help = driver.GetProperty("rules")[1].GetProperty("help");
        help.GetProperty("text").GetString().Should().Be("A title.\n\nA reason.\n\nWhat to do: Name the actions that the users need");
        help.GetProperty("markdown").GetString().Should().StartWith("A reason.\n\n**What to do:** Name the actions that the users need\n- <a href=");
    }

    [Test]
    public void A_rule_outside_of_the_default_profile_is_listed_as_switched_off()
    {
        RuleDescriptor rule = new()
        {
            Id = "PL3098",
            Name = "guardrail",
            Category = RuleCategory.SageMaker,
            Title = "t",
            Why = "w",
            Remedy = "r",
            Sources = [],
            Profile = RuleProfile.Hardened,
        };

        Driver(rule).GetProperty("rules")[0].GetProperty("defaultConfiguration").GetProperty("enabled").GetBoolean().Should().BeFalse();
    }

    [Test]
    public void A_finding_of_a_rule_that_is_not_listed_has_no_index()
    {
        JsonElement result = Run(Sample.Result(Policy, Sample.On(Policy, "\"*\"", Sample.Rule("ACME0001", "own")))).GetProperty("results")[0];

        result.GetProperty("ruleId").GetString().Should().Be("ACME0001");
        result.TryGetProperty("ruleIndex", out _).Should().BeFalse();
    }

    [TestCase("a.json", "a.json", true)]
    [TestCase("./a/./b.json", "a/b.json", true)]
    [TestCase("a/../b.json", "b.json", true)]
    [TestCase("a:b/c#d?.json", "a%3Ab/c%23d%3F.json", true)]
    [TestCase("ä/%41.json", "%C3%A4/%2541.json", true)]
    [TestCase("../b.json", "../b.json", false)]
    [TestCase("/srv/x y/a.json", "file:///srv/x%20y/a.json", false)]
    [TestCase("C:\\p\\a.json", "file:///C:/p/a.json", false)]
    [TestCase("\u202Ea\n.json", "%E2%80%AEa%0A.json", true)]
    [TestCase(null, "policy", true)]
    public void A_name_becomes_a_URI(string? path, string uri, bool isFromRoot)
    {
        SourceText source = SourceText.From("{}", path);

        JsonElement file = Run(Sample.Result(source, Sample.On(source, "{}"))).GetProperty("artifacts")[0].GetProperty("location");

        file.GetProperty("uri").GetString().Should().Be(uri);
        file.TryGetProperty("uriBaseId", out _).Should().Be(isFromRoot);
    }

    [Test]
    public void A_name_is_seen_from_the_root_of_the_repository()
    {
        SourceText source = SourceText.From("{}", "a.json");

        JsonElement run = Run(names: new ReportBase("/repo/infra", "/repo"), results: Sample.Result(source));

        run.GetProperty("artifacts")[0].GetProperty("location").GetProperty("uri").GetString().Should().Be("infra/a.json");
    }

    [Test]
    public void Related_places_and_the_pointer_are_told()
    {
        JsonElement result = Run(Sample.Result(Policy, Sample.On(Policy, "\"é*\"", related: ("\"*\"", "on this")))).GetProperty("results")[0];

        JsonElement related = result.GetProperty("relatedLocations")[0];
        related.GetProperty("id").GetInt32().Should().Be(1);
        related.GetProperty("message").GetProperty("text").GetString().Should().Be("on this");
        related.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32().Should().Be(3);
        result.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString().Should().Be("/Statement/0/Action");
    }

    [Test]
    public void A_policy_in_a_host_file_is_named_and_shown_in_that_file()
    {
        SourceText policy = Hosted.In("plan.json", "aws_iam_role.a (assume_role_policy)", "line one\n  ", "{ \"Statement\": [] }");
        LintResult linted = new PolicyLinter([]).Lint(PolicyDocument.Parse(policy));

        JsonElement result = Run(linted).GetProperty("results")[0];

        result.GetProperty("message").GetProperty("text").GetString().Should().EndWith(" (in aws_iam_role.a (assume_role_policy)).");
        JsonElement location = result.GetProperty("locations")[0];
        location.GetProperty("logicalLocations")[0].GetProperty("name").GetString().Should().Be("aws_iam_role.a (assume_role_policy)");
        location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be("plan.json");
        location.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32().Should().Be(2);
    }

    [Test]
    public void A_safe_fix_is_offered_as_what_to_replace()
    {
        SourceText source = SourceText.From("""{"Version":"2012-10-17","Statement":[],}""", "a.json");
        LintResult linted = new PolicyLinter([]).Lint(PolicyDocument.Parse(source));

        JsonElement[] fixes =
        [
            .. Run(fixer: new PolicyFixer(new PolicyLinter([]), GrammarFixes.All), results: linted).GetProperty("results").EnumerateArray()
                .Where(result => result.TryGetProperty("fixes", out _)).Select(result => result.GetProperty("fixes")),
        ];

        JsonElement change = fixes.Should().ContainSingle().Subject[0].GetProperty("artifactChanges")[0];
        change.GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be("a.json");
        JsonElement replacement = change.GetProperty("replacements")[0];
        Numbers(replacement.GetProperty("deletedRegion")).Should().Equal(("startLine", 1), ("startColumn", 39), ("endLine", 1), ("endColumn", 40), ("byteOffset", 38), ("byteLength", 1));
        replacement.TryGetProperty("insertedContent", out _).Should().BeFalse();
    }

    [Test]
    public void What_was_not_checked_is_told_and_the_run_is_not_successful()
    {
        var part = new NotEvaluated(Policy, Sample.Find(Policy, "\"*\""), "/Resource", "not known before deployment", "aws_iam_role.a");
        JsonElement invocation = Run(reporter =>
        {
            reporter.Report(new LintResult(PolicyDocument.Parse(Policy), [], [part], isComplete: false));
            reporter.Report(new InputFailure("b.json", "no permission"));
        }).GetProperty("invocations")[0];

        invocation.GetProperty("executionSuccessful").GetBoolean().Should().BeFalse();
        invocation.GetProperty("toolExecutionNotifications").EnumerateArray()
            .Select(told => $"{told.GetProperty("level")} {told.GetProperty("descriptor").GetProperty("id")}: {told.GetProperty("message").GetProperty("text")}")
            .Should().Equal(
                "note not-evaluated: not known before deployment (in aws_iam_role.a).",
                "error incomplete: The check is incomplete.",
                "error not-checked: Not checked: no permission.");
    }

    [Test]
    public void A_run_in_which_only_a_part_is_unknown_is_successful()
    {
        var part = new NotEvaluated(Policy, default, "", "not known");

        JsonElement invocation = Run(reporter => reporter.Report(part)).GetProperty("invocations")[0];

        invocation.GetProperty("executionSuccessful").GetBoolean().Should().BeTrue();
        invocation.GetProperty("toolExecutionNotifications").GetArrayLength().Should().Be(1);
    }

    [Test]
    public void Text_of_a_policy_does_not_become_a_link()
    {
        JsonElement result = Run(Sample.Result(Policy, Sample.On(Policy, "\"*\"", message: "Sid `[click](https://evil.example)`"))).GetProperty("results")[0];

        result.GetProperty("message").GetProperty("text").GetString().Should().Be("Sid `[click] (https://evil.example)`.");
    }

    private static IEnumerable<(string, int)> Numbers(JsonElement region) => region.EnumerateObject().Select(member => (member.Name, member.Value.GetInt32()));

    private static JsonElement Driver(params RuleDescriptor[] rules)
    {
        using var stream = new MemoryStream();
        using var reporter = new SarifReporter(stream, Sample.Tool, rules);
        reporter.Finish(new RunSummary());
        return JsonElement.Parse(Encoding.UTF8.GetString(stream.ToArray())).GetProperty("runs")[0].GetProperty("tool").GetProperty("driver");
    }

    private static JsonElement Run(params LintResult[] results) => Run(null, null, results);

    private static JsonElement Run(PolicyFixer? fixer = null, ReportBase? names = null, params LintResult[] results) =>
        Run(reporter => Array.ForEach(results, reporter.Report), fixer, names);

    private static JsonElement Run(Action<SarifReporter> report, PolicyFixer? fixer = null, ReportBase? names = null)
    {
        using var stream = new MemoryStream();
        using var reporter = new SarifReporter(stream, Sample.Tool, [Sample.Rule("PL1001", "admin-wildcard"), Sample.FullAccess], fixer, names);
        report(reporter);
        reporter.Finish(new RunSummary());
        return JsonElement.Parse(Encoding.UTF8.GetString(stream.ToArray())).GetProperty("runs")[0];
    }
}
