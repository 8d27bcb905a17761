using PolicyLint.Rules;

namespace PolicyLint.Tests.Pipeline;

/// <summary>One cause, one finding: but a graver finding is never left out for a lighter one.</summary>
public sealed class SupersessionTests
{
    private const Severity Warning = Severity.Warning;
    private const Severity Error = Severity.Error;
    private const SecuritySeverity Low = SecuritySeverity.Low;
    private const SecuritySeverity High = SecuritySeverity.High;

    private static Rule Whole(Severity severity = Warning, SecuritySeverity risk = Low, Effect looksAt = Effect.None) =>
        Made.OnStatements(Made.Descriptor("XX0001", severity: severity, risk: risk, looksAt: looksAt, supersedes: "XX0002"));

    private static Rule Part(Severity severity = Warning, SecuritySeverity risk = Low) =>
        Made.OnStatements(Made.Descriptor("XX0002", severity: severity, risk: risk));

    [Test]
    public void The_finding_that_is_superseded_is_left_out() =>
        Made.Lint(Part(), Whole()).PlacesAndIds().Should().Equal("4:5 XX0001", "5:5 XX0001");

    [Test]
    public void It_stays_in_a_statement_where_the_other_rule_is_silent() =>
        Made.Lint(Part(), Whole(looksAt: Effect.Deny)).PlacesAndIds().Should().Equal("4:5 XX0002", "5:5 XX0001");

    [TestCase(Warning, Low, Warning, High)]
    [TestCase(Warning, High, Error, High)]
    [TestCase(Warning, High, Error, Low)]
    [TestCase(Error, Low, Warning, High)]
    public void A_graver_finding_stays(Severity severity, SecuritySeverity risk, Severity graverSeverity, SecuritySeverity graverRisk) =>
        Made.Lint(Whole(severity, risk), Part(graverSeverity, graverRisk)).PlacesAndIds()
            .Should().Equal("4:5 XX0001", "4:5 XX0002", "5:5 XX0001", "5:5 XX0002");

    [Test]
    public void Two_findings_that_are_each_lighter_do_not_add_up()
    {
        Rule graveRisk = Made.OnStatements(Made.Descriptor("XX0001", severity: Warning, risk: High, supersedes: "XX0003"));
        Rule graveSeverity = Made.OnStatements(Made.Descriptor("XX0002", severity: Error, risk: Low, supersedes: "XX0003"));
        Rule both = Made.OnStatements(Made.Descriptor("XX0003", severity: Error, risk: High));

        Made.Lint(graveRisk, graveSeverity, both).PlacesAndIds().Should().Contain(["4:5 XX0003", "5:5 XX0003"]);
    }

    [Test]
    public void The_severity_after_configuration_counts() =>
        Made.Lint(Made.With(("XX0002", Error)), Whole(), Part()).PlacesAndIds().Should().Equal("4:5 XX0001", "4:5 XX0002", "5:5 XX0001", "5:5 XX0002");

    [Test]
    public void A_rule_that_is_off_supersedes_nothing() =>
        Made.Lint(Made.With(("XX0001", null)), Whole(), Part()).PlacesAndIds().Should().Equal("4:5 XX0002", "5:5 XX0002");

    [Test]
    public void A_finding_anywhere_in_the_statement_is_superseded()
    {
        var actions = new MadeStatementRule(Made.Descriptor("XX0002"), (statement, context) => context.Report(statement.Statement.Action!.Values[0], "action"));

        Made.Lint(actions, Whole(risk: SecuritySeverity.None)).PlacesAndIds().Should().Equal("4:5 XX0001", "5:5 XX0001");
    }

    [Test]
    public void A_finding_on_a_list_stays_beside_one_on_a_value_of_it()
    {
        string policy = """{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["a:b", "s3:GetObject"], "Resource": "*" }] }""";
        var list = new MadeStatementRule(Made.Descriptor("XX0002"), (statement, context) => context.Report(statement.Statement.Action!, "both"));
        var value = new MadeStatementRule(Made.Descriptor("XX0001", supersedes: "XX0002"), (statement, context) => context.Report(statement.Statement.Action!.Values[0], "one"));

        Made.Lint(policy, LintOptions.Default, list, value).Findings.Select(finding => finding.Rule.Id).Where(id => id.StartsWith('X')).Should().Equal("XX0002", "XX0001");
    }

    [TestCase("Statement")]
    [TestCase("statements")]
    public void A_statement_that_stands_alone_is_a_statement(string name)
    {
        string policy = $$"""{ "Version": "2012-10-17", "{{name}}": { "Effect": "Allow", "Action": ["a:b", "s3:GetObject"], "Resource": "*" } }""";
        var actions = new MadeStatementRule(Made.Descriptor("XX0002"), (statement, context) => context.Report(statement.Statement.Action!.Values[1], "action"));

        Made.Lint(policy, LintOptions.Default, Whole(), actions).Findings.Select(finding => finding.Rule.Id).Where(id => id.StartsWith('X')).Should().Equal("XX0001");
    }

    [Test]
    public void Statements_under_a_misspelt_name_are_told_apart()
    {
        string policy = Made.Policy.Replace("\"Statement\"", "\"statements\"", StringComparison.Ordinal);

        Made.Lint(policy, LintOptions.Default, Part(), Whole(looksAt: Effect.Deny)).PlacesAndIds()
            .Should().Equal("3:3 PL0102", "4:5 XX0002", "5:5 XX0001");
    }

    [Test]
    public void A_finding_on_the_document_supersedes_none_in_a_statement()
    {
        var document = new MadePolicyRule(
            Made.Descriptor("XX0001", severity: Error, risk: High, supersedes: "XX0002"),
            (policy, context) => context.Report(policy.Document, "document"));

        Made.Lint(document, Part()).PlacesAndIds().Should().Equal("1:1 XX0001", "4:5 XX0002", "5:5 XX0002");
    }

    [Test]
    public void Rules_that_supersede_each_other_in_a_circle_are_refused()
    {
        Rule[] circle =
        [
            Made.OnStatements(Made.Descriptor("XX0001", supersedes: "XX0002")),
            Made.OnStatements(Made.Descriptor("XX0002", supersedes: "XX0003")),
            Made.OnStatements(Made.Descriptor("XX0003", supersedes: "XX0001")),
        ];

        FluentActions.Invoking(() => new PolicyLinter(circle)).Should().Throw<ArgumentException>()
            .WithMessage("XX0001 rule-XX0001 supersedes itself, by way of XX0001, XX0002, XX0003.*");
        new PolicyLinter(circle[..2]).Rules.Should().HaveCount(2);
    }

    [Test]
    public void Two_ways_to_supersede_the_same_rule_are_no_circle()
    {
        Rule[] diamond =
        [
            Made.OnStatements(Made.Descriptor("XX0001", supersedes: ["XX0002", "XX0003"])),
            Made.OnStatements(Made.Descriptor("XX0002", supersedes: "XX0004")),
            Made.OnStatements(Made.Descriptor("XX0003", supersedes: "XX0004")),
            Made.OnStatements("XX0004"),
        ];

        Made.Lint(diamond).PlacesAndIds().Should().Equal("4:5 XX0001", "5:5 XX0001");
    }
}
