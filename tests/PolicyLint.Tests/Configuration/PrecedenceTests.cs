using PolicyLint.Configuration;
using PolicyLint.Rules;
using PolicyLint.Tests.Pipeline;

namespace PolicyLint.Tests.Configuration;

/// <summary>Which of several settings holds for a rule or a file.</summary>
public sealed class PrecedenceTests
{
    private static LintConfiguration Severities(string members) => ConfigurationCases.Read($"{{ \"severities\": {{ {members} }} }}");

    private static string Found(LintConfiguration configuration, RuleProfile? profile = null) => string.Join(
        ' ',
        Made.Lint(configuration.ToOptions(profile), ConfigurationCases.Rules).Findings.Select(finding => $"{finding.Rule.Name}:{finding.Severity.ToName()}").Distinct());

    [TestCase("", "too-wide:warning")]
    [TestCase("\"too-wide\": \"error\"", "too-wide:error")]
    [TestCase("\"TOO-WIDE\": \"error\"", "too-wide:error")]
    [TestCase("\"PL1900\": \"suggestion\", \"too-wide\": \"error\"", "too-wide:suggestion")]
    [TestCase("\"too-wide\": \"error\", \"PL1900\": \"suggestion\"", "too-wide:suggestion")]
    [TestCase("\"security\": \"error\"", "too-wide:error")]
    [TestCase("\"too-wide\": \"suggestion\", \"security\": \"error\"", "too-wide:suggestion")]
    [TestCase("\"security\": \"off\"", "")]
    [TestCase("\"security\": \"off\", \"PL1900\": \"error\"", "too-wide:error")]
    [TestCase("\"guardrail\": \"error\"", "too-wide:warning guardrail:error")]
    public void An_id_wins_over_a_name_and_a_name_over_a_category(string severities, string found) => Found(Severities(severities)).Should().Be(found);

    [TestCase("\"security\": \"error\"", "too-wide:error guardrail:error")]
    [TestCase("\"security\": \"off\"", "")]
    public void A_category_is_the_rules_that_the_profile_runs(string severities, string found) =>
        Found(Severities(severities), RuleProfile.Hardened).Should().Be(found);

    [Test]
    public void A_category_is_not_for_custom_rules()
    {
        LintConfiguration configuration = ConfigurationCases.Read("""
            {
              "severities": { "security": "off", "second": "error" },
              "customRules": [
                { "id": "ACME0001", "name": "first", "message": "M", "actions": ["s3:GetObject"] },
                { "id": "ACME0002", "name": "second", "message": "M", "actions": ["s3:GetObject"] }
              ]
            }
            """);

        Made.Lint(configuration.ToOptions(), [.. ConfigurationCases.Rules, .. configuration.CustomRules])
            .Findings.Select(finding => (finding.Rule.Name, finding.Severity)).Should().Equal(("first", Severity.Warning), ("second", Severity.Error));
    }

    [Test]
    public void The_account_and_the_profile_become_options()
    {
        LintConfiguration configuration = ConfigurationCases.Read("""{ "profile": "hardened", "accounts": { "home": "111122223333" } }""");

        configuration.ToOptions().Profile.Should().Be(RuleProfile.Hardened);
        configuration.ToOptions(RuleProfile.Default).Profile.Should().Be(RuleProfile.Default);
        configuration.ToOptions().HomeAccount.Should().Be("111122223333");
    }

    private static readonly LintConfiguration Files = ConfigurationCases.Read("""
        {
          "profile": "hardened",
          "files": [
            { "glob": "**", "type": "identity" },
            { "glob": "scps/", "type": "scp", "profile": "default" },
            { "glob": "scps/old/*.json", "exclude": true },
            { "glob": "keep.json", "exclude": false },
            { "glob": "buckets/**", "resourceType": "AWS::S3::Bucket" }
          ]
        }
        """);

    [TestCase("a.json", "identity", null, "hardened", false)]
    [TestCase("scps/a.json", "scp", null, "default", false)]
    [TestCase("scps/old/a.json", "scp", null, "default", true)]
    [TestCase("scps\\old\\a.json", "scp", null, "default", true)]
    [TestCase("scps/old/keep.json", "scp", null, "default", false)]
    [TestCase("buckets/x/a.json", null, "AWS::S3::Bucket", "hardened", false)]
    public void Later_entries_win_for_a_file(string path, string? type, string? resourceType, string profile, bool isExcluded)
    {
        FileSettings file = Files.For(path);

        file.Type?.Value.ToName().Should().Be(type);
        file.ResourceType?.Value.ToName().Should().Be(resourceType);
        file.Profile?.Value.ToName().Should().Be(profile);
        file.IsExcluded.Should().Be(isExcluded);
    }
}
