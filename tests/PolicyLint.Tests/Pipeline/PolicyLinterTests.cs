using CsCheck;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Pipeline;

/// <summary>Order, sameness, and what a linter may be made of.</summary>
public sealed class PolicyLinterTests
{
    // Several findings at one place, two of them of one rule, two rules that cannot judge, and one that throws.
    private static readonly Rule[] Rules =
    [
        Made.OnStatements("XX0001"),
        Made.OnStatements("XX0002"),
        new MadeStatementRule(Made.Descriptor("XX0003"), (statement, context) =>
        {
            context.Report(statement.Statement, "second");
            context.Report(statement.Statement, "first");
            context.Report(statement.Statement.Action!, "action");
            context.CannotJudge(statement.Statement, "statement");
        }),
        new MadePolicyRule(Made.Descriptor("XX0004"), (policy, context) =>
        {
            context.Report(policy.Document.Statements[1], "from the end");
            context.CannotJudge(policy.Document.Statements[0], "another");
            context.CannotJudge(policy.Document, "all of it");
        }),
        new MadePolicyRule(Made.Descriptor("XX0005"), (_, _) => throw new FormatException()),
        new MadePolicyRule(Made.Descriptor("XX0006"), (_, _) => throw new FormatException()),
    ];

    [Test]
    public void Findings_stand_in_the_order_of_the_source_then_of_length_id_and_message() =>
        Made.Lint(Rules).Findings.Select(finding => $"{finding.Start} {finding.Rule.Id} {finding.Message}").Should().Equal(
            "1:1 PL0001 Rule XX0005 rule-XX0005 failed with FormatException, so this policy is not fully checked",
            "1:1 PL0001 Rule XX0006 rule-XX0006 failed with FormatException, so this policy is not fully checked",
            "4:5 XX0001 XX0001",
            "4:5 XX0002 XX0002",
            "4:5 XX0003 first",
            "4:5 XX0003 second",
            "4:36 XX0003 action",
            "5:5 XX0001 XX0001",
            "5:5 XX0002 XX0002",
            "5:5 XX0003 first",
            "5:5 XX0003 second",
            "5:5 XX0004 from the end",
            "5:35 XX0003 action");

    [Test]
    public void The_shorter_of_two_findings_at_one_place_comes_first()
    {
        // That the Effect is missing is said of the statement's first brace.
        const string NoEffect = """{ "Version": "2012-10-17", "Statement": [{ "Action": "a:b", "Resource": "*" }] }""";

        Made.Lint(NoEffect, LintOptions.Default, Made.OnStatements("AA0001")).PlacesAndIds().Should().Equal("1:42 PL0107", "1:42 AA0001");
    }

    [Test]
    public void What_could_not_be_judged_is_ordered_and_said_once() =>
        Made.Lint(Rules).NotEvaluated.Select(entry => $"{entry.Source.GetPosition(entry.Span.Start)} {entry.Pointer} {entry.Reason}").Should().Equal(
            "1:1  all of it",
            "4:5 /Statement/0 another",
            "4:5 /Statement/0 statement",
            "5:5 /Statement/1 statement");

    [Test]
    public void The_same_part_is_not_judged_for_two_reasons_but_once_for_each()
    {
        Rule[] doubting =
        [
            new MadeStatementRule(Made.Descriptor("XX0001"), (statement, context) => context.CannotJudge(statement.Statement, "unknown")),
            new MadeStatementRule(Made.Descriptor("XX0002"), (statement, context) => context.CannotJudge(statement.Statement, "unknown")),
        ];

        LintResult result = Made.Lint(doubting);

        result.NotEvaluated.Select(entry => entry.Pointer).Should().Equal("/Statement/0", "/Statement/1");
        result.IsClean().Should().BeTrue();
    }

    [Test]
    public void The_order_of_the_rules_changes_nothing()
    {
        string expected = Everything(Made.Lint(Rules));

        Gen.Shuffle(Rules).Sample(shuffled => Everything(Made.Lint(shuffled)) == expected, iter: 200);
    }

    [Test]
    public void One_linter_gives_the_same_on_many_threads()
    {
        var linter = new PolicyLinter(Rules);
        PolicyDocument shared = PolicyDocument.Parse(Made.Policy);
        string expected = Everything(linter.Lint(shared));
        var results = new string[200];

        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            results[i] = Everything(i % 2 == 0 ? linter.Lint(shared) : linter.Lint(Made.Policy)));

        results.Should().OnlyContain(result => result == expected);
    }

    [Test]
    public void A_document_can_be_linted_again()
    {
        PolicyDocument document = PolicyDocument.Parse(Made.Policy);
        var linter = new PolicyLinter(Rules);

        Everything(linter.Lint(document)).Should().Be(Everything(linter.Lint(document)));
    }

    [TestCase("XX0001", "other")]
    [TestCase("xx0001", "other")]
    [TestCase("XX0002", "some-name")]
    [TestCase("XX0002", "Some-Name")]
    [TestCase("some-name", "other")]
    public void Two_rules_of_one_id_or_name_are_refused(string id, string name) =>
        FluentActions.Invoking(() => new PolicyLinter([Made.OnStatements(Made.Descriptor("XX0001", "some-name")), Made.OnStatements(Made.Descriptor(id, name))]))
            .Should().Throw<ArgumentException>().WithParameterName("rules").WithMessage($"Two rules are called *: XX0001 some-name and {id} {name}.*");

    [TestCase("PL0001", "mine")]
    [TestCase("PL0104", "mine")]
    [TestCase("XX0001", "rule-failed")]
    [TestCase("XX0001", "invalid-json")]
    public void The_engines_and_the_grammars_ids_and_names_are_taken(string id, string name) =>
        FluentActions.Invoking(() => new PolicyLinter([Made.OnStatements(Made.Descriptor(id, name))])).Should().Throw<ArgumentException>().WithParameterName("rules");

    [Test]
    public void Null_is_refused()
    {
        FluentActions.Invoking(() => new PolicyLinter(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new PolicyLinter([null!])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new PolicyLinter([]).Lint((PolicyDocument)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new PolicyLinter([]).Lint((string)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Made.OnStatements((RuleDescriptor)null!)).Should().Throw<ArgumentNullException>();
    }

    [Test]
    public void A_linter_without_rules_still_checks_the_grammar() =>
        new PolicyLinter([]).Lint("""{ "Statement": [] }""").Findings.Select(finding => finding.Rule.Name).Should().Contain("empty-statement-list");

    [Test]
    public void The_type_given_is_the_type_checked()
    {
        LintResult result = new PolicyLinter([]).Lint(Made.Policy, PolicyType.Rcp);

        result.Document.Type.Should().Be(PolicyType.Rcp);
        result.Errors.Select(finding => finding.Rule.Name).Should().Contain("allow-not-allowed");
    }

    private static string Everything(LintResult result) =>
        string.Join('\n', [result.ToString(), .. result.NotEvaluated.Select(entry => $"{entry.Span} {entry.Pointer} {entry.Reason}"), $"{result.IsComplete}"]);
}
