using PolicyLint.Rules;
using PolicyLint.Tests.Pipeline;

namespace PolicyLint.Tests.Findings;

public sealed class FindingTests
{
    private static Finding Only(MadeStatementRule rule, string path = "policies/role.json") =>
        new PolicyLinter([rule]).Lint(PolicyDocument.Parse(SourceText.From(Made.Policy, path))).Findings.Single();

    private static MadeStatementRule OnAllow(string message) => new(
        Made.Descriptor("XX0001", "too-wide", looksAt: Effect.Allow),
        (statement, context) => context.Report(
            statement.Statement.Action!.Values[0], message, related: [(statement.Statement.Resource!.Values[0], "on this"), (statement.Policy.Document.Version!, "under this")]));

    [Test]
    public void It_knows_its_places_as_span_line_column_and_pointer()
    {
        Finding finding = Only(OnAllow("wide"));

        finding.Start.Should().Be(new LinePosition(4, 36));
        finding.End.Should().Be(new LinePosition(4, 50));
        finding.Source.GetText(finding.Span).Should().Be("\"s3:GetObject\"");
        finding.Pointers.Should().Equal("/Statement/0/Action", "/Statement/0/Resource", "/Version");
        finding.Related.Select(place => (finding.Source.GetText(place.Span), place.Pointer, place.Note))
            .Should().Equal(("\"*\"", "/Statement/0/Resource", "on this"), ("\"2012-10-17\"", "/Version", "under this"));
        finding.Confirmation.Should().Be(Confirmation.NotChecked);
    }

    [Test]
    public void As_text_it_is_what_editors_and_logs_link() =>
        Only(OnAllow("`s3:GetObject` is wide")).ToString().Should().Be("policies/role.json:4:36 warning XX0001 too-wide: `s3:GetObject` is wide");

    [Test]
    public void As_text_it_commands_no_terminal()
    {
        string text = Only(OnAllow("\e[2Jgone\r\nHTTP"), path: "evil\e[31m.json").ToString();

        text.Any(char.IsControl).Should().BeFalse();
        text.Should().Contain("[2Jgone").And.Contain("[31m.json");
    }

    [TestCase("PL3002", "https://example.org/one", "https://github.com/policylint/policylint/blob/main/docs/rules/PL3002.md")]
    [TestCase("ACME0001", "https://example.org/one", "https://example.org/one")]
    [TestCase("PLX0001", "https://example.org/one", "https://example.org/one")]
    [TestCase("ACME0001", null, "")]
    public void The_page_of_a_rule_is_its_own_or_its_first_source(string id, string? source, string expected) =>
        Described(id, source).HelpUri.Should().Be(expected);

    [TestCase("PL3002")]
    [TestCase("ACME0001")]
    public void A_page_that_is_given_is_the_page(string id) =>
        Described(id, "https://example.org/one", page: "https://example.org/page").HelpUri.Should().Be("https://example.org/page");

    private static RuleDescriptor Described(string id, string? source, string? page = null)
    {
        string[] sources = source is null ? [] : [source, "https://example.org/two"];
        return page is null
            ? new() { Id = id, Name = "n", Category = RuleCategory.Security, Title = "t", Why = "w", Remedy = "r", Sources = [.. sources] }
            : new() { Id = id, Name = "n", Category = RuleCategory.Security, Title = "t", Why = "w", Remedy = "r", Sources = [.. sources], HelpUri = page };
    }
}
