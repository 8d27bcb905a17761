using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Pipeline;

/// <summary>What weighs less where the catalogue is old.</summary>
public class CatalogAgeTests
{
    private const string Policy = """{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }""";

    [TestCase(null, Severity.Error)]
    [TestCase(-1, Severity.Error)]
    [TestCase(0, Severity.Error)]
    [TestCase(60, Severity.Error)]
    [TestCase(61, Severity.Warning)]
    [TestCase(3_000, Severity.Warning)]
    public void What_the_catalogue_lacks_is_no_error_after_sixty_days(int? age, Severity severity) =>
        SeverityOf(Severity.Error, restsOnCatalog: true, At(age)).Should().Be(severity);

    [TestCase(Severity.Warning)]
    [TestCase(Severity.Suggestion)]
    public void What_is_no_error_stays_as_it_is(Severity severity) =>
        SeverityOf(severity, restsOnCatalog: true, At(61)).Should().Be(severity);

    [Test]
    public void What_does_not_rest_on_the_catalogue_stays_an_error() =>
        SeverityOf(Severity.Error, restsOnCatalog: false, At(61)).Should().Be(Severity.Error);

    [Test]
    public void A_configured_severity_holds() =>
        SeverityOf(Severity.Error, restsOnCatalog: true, At(61) with { Severities = LintOptions.Default.Severities.Add("PL1900", Severity.Error) })
            .Should().Be(Severity.Error);

    private static LintOptions At(int? age) =>
        LintOptions.Default with { Today = age is { } days ? ServiceCatalog.Default.Date.AddDays(days) : null };

    private static Severity SeverityOf(Severity severity, bool restsOnCatalog, LintOptions options) =>
        new PolicyLinter([new Reporting(severity, restsOnCatalog)], options).Lint(Policy).Findings.Should().ContainSingle().Subject.Severity;

    private sealed class Reporting(Severity severity, bool restsOnCatalog) : StatementRule(Made.Descriptor("PL1900", "reports"))
    {
        public override void CheckStatement(StatementAccess statement, RuleContext context) =>
            (restsOnCatalog ? context.OfCatalog() : context).Report(statement.Statement, "It is so", severity);
    }
}
