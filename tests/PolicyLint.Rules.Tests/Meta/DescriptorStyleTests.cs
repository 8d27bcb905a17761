using PolicyLint.Catalog;
using PolicyLint.DocGen;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>How a rule explains itself: its page, help and reports are made of these words.</summary>
[TestFixtureSource(typeof(RuleBook), nameof(RuleBook.All))]
public sealed class DescriptorStyleTests(RuleDescriptor rule)
{
    [Test]
    public void The_title_is_one_short_sentence_without_a_full_stop()
    {
        rule.Title.Should().MatchRegex(@"\A[A-Z`]", because: "{0} starts with a capital", rule)
            .And.NotMatchRegex(@"[.!?:\s]\z", because: "{0} ends without a full stop", rule)
            .And.NotContain("\n");
        rule.Title.Length.Should().BeLessThanOrEqualTo(100);
    }

    [Test]
    public void Why_what_to_do_and_limits_are_whole_sentences()
    {
        foreach (string text in new[] { rule.Why, rule.Remedy, rule.Limits }.OfType<string>())
            text.Should().MatchRegex(@"\A[A-Z`""][^\n]*[^\s][.?]\z", because: "{0} speaks in whole sentences", rule);
    }

    [Test]
    public void Nothing_is_left_to_do() =>
        string.Join('\n', [rule.Title, rule.Why, rule.Remedy, rule.Limits ?? "", .. rule.Sources]).Should().NotContain("TODO", because: "{0} must be finished", rule);

    [Test]
    public void Sources_are_web_addresses()
    {
        if (rule.Category != RuleCategory.Grammar)
            rule.Sources.Should().NotBeEmpty(because: "{0} must say where its reasoning comes from", rule);
        rule.Sources.Should().OnlyHaveUniqueItems();
        rule.Sources.Where(source => !source.StartsWith("https://", StringComparison.Ordinal) || !Uri.IsWellFormedUriString(source, UriKind.Absolute)).Should().BeEmpty();
    }

    [Test]
    public void The_severity_of_a_risk_follows_from_the_risk()
    {
        if (rule.SecuritySeverity != SecuritySeverity.None)
            rule.DefaultSeverity.Should().Be(RuleDescriptor.SeverityOf(rule.SecuritySeverity), because: "leave DefaultSeverity out of {0}", rule);
        rule.DefaultSeverity.Should().BeDefined();
    }

    [Test]
    public void The_services_it_is_about_exist() =>
        rule.Services.Should().BeSubsetOf(ServiceCatalog.Default.Services.Select(service => service.Prefix));

    [Test]
    public void A_rule_of_the_access_analyzer_profile_reproduces_a_check() =>
        (rule.Profile != RuleProfile.AccessAnalyzer || !rule.IssueCodes.IsEmpty).Should().BeTrue();

    [Test]
    public void It_supersedes_other_rules_that_exist() =>
        rule.Supersedes.Should().BeSubsetOf(RuleBook.All.Select(other => other.Id)).And.NotContain(rule.Id).And.OnlyHaveUniqueItems();

    [Test]
    public void It_applies_to_some_policy_type() => rule.AppliesTo.Should().NotBe(PolicyTypes.None);

    [Test]
    public void Since_is_a_version() => Version.TryParse(rule.Since, out _).Should().BeTrue();
}
