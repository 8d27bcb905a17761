using PolicyLint.Analysis;
using PolicyLint.Rules;
using PolicyLint.Tests.Pipeline;

namespace PolicyLint.Tests.Findings;

/// <summary>What somebody else who judges a policy does to the findings of a linter.</summary>
public sealed class SecondWitnessTests
{
    private static readonly RuleDescriptor Rule = Made.Descriptor("XX0002", "said-by-another");

    private static readonly SourceText Source = SourceText.From(Made.Policy, "policies/role.json");

    [Test]
    public void A_finding_of_another_judge_knows_its_places()
    {
        Finding finding = Finding.Of(Rule, Severity.Error, "Odd", Source, (new TextSpan(4, 9), "/Version"), (new TextSpan(0, 1), ""));

        finding.ToString().Should().Be("policies/role.json:2:3 error XX0002 said-by-another: Odd");
        finding.Source.GetText(finding.Span).Should().Be("\"Version\"");
        finding.Pointers.Should().Equal("/Version", "");
        finding.Related.Select(place => (place.Span, place.Pointer)).Should().Equal((new TextSpan(0, 1), ""));
        finding.Confirmation.Should().Be(Confirmation.NotChecked);
        finding.ConfirmationReason.Should().BeNull();
    }

    [TestCase(-1, 1)]
    [TestCase(0, -1)]
    [TestCase(0, 100_000)]
    public void A_place_outside_the_input_is_none(int start, int length)
    {
        Action make = () => Finding.Of(Rule, Severity.Error, "Odd", Source, (new TextSpan(start, length), ""));

        make.Should().Throw<ArgumentException>();
    }

    [Test]
    public void A_finding_without_a_place_is_none()
    {
        Action make = () => Finding.Of(Rule, Severity.Error, "Odd", Source);

        make.Should().Throw<ArgumentException>();
    }

    [Test]
    public void A_finding_that_is_confirmed_is_the_same_in_all_else()
    {
        Finding finding = Finding.Of(Rule, Severity.Error, "Odd", Source, (new TextSpan(4, 9), "/Version"), (new TextSpan(0, 1), ""));

        Finding confirmed = finding.With(Confirmation.Confirmed, "it says so too");

        confirmed.Confirmation.Should().Be(Confirmation.Confirmed);
        confirmed.ConfirmationReason.Should().Be("it says so too");
        confirmed.ToString().Should().Be(finding.ToString());
        confirmed.Pointers.Should().Equal(finding.Pointers);
        confirmed.Related.Should().Equal(finding.Related);
        finding.Confirmation.Should().Be(Confirmation.NotChecked);
    }

    [Test]
    public void A_result_with_other_findings_has_them_in_the_order_of_the_source()
    {
        LintResult result = new PolicyLinter([]).Lint(PolicyDocument.Parse(Source));
        Finding first = Finding.Of(Rule, Severity.Warning, "First", Source, (new TextSpan(0, 1), ""));
        Finding second = Finding.Of(Rule, Severity.Warning, "Second", Source, (new TextSpan(4, 9), ""));

        result.With([second, first]).Findings.Should().Equal(first, second);
        result.Findings.Should().BeEmpty();
    }

    [TestCase(true, true)]
    [TestCase(false, false)]
    public void A_result_without_a_required_word_is_neither_complete_nor_clean(bool isComplete, bool isClean)
    {
        LintResult result = new PolicyLinter([]).Lint(PolicyDocument.Parse(Source)).With([], isComplete);

        result.IsComplete.Should().Be(isComplete);
        result.IsClean(Severity.Error).Should().Be(isClean);
        result.With([], isComplete: true).IsComplete.Should().Be(isComplete, "what is not complete stays so");
    }

    [Test]
    public void A_policy_can_be_seen_as_access_by_anybody()
    {
        PolicyAccess access = PolicyAccess.Of(PolicyDocument.Parse(Source));

        access.Document.Source.Should().BeSameAs(Source);
        access.Statements.Should().NotBeEmpty();
        access.Catalog.Should().BeSameAs(PolicyLint.Catalog.ServiceCatalog.Default);
    }
}
