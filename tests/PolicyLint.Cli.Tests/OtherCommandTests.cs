using System.Text.Json;
using PolicyLint.Cli.Commands;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Tests;

/// <summary><c>explain</c>, <c>rules</c>, help and version.</summary>
public sealed class OtherCommandTests
{
    [TestCase("PL0110")]
    [TestCase("invalid-effect")]
    [TestCase("Invalid-Effect")]
    public void Explain_says_everything_about_a_rule(string rule)
    {
        using var folder = new Folder();
        RuleDescriptor descriptor = GrammarRules.InvalidEffect;

        CliCall call = CliCall.Inside(folder, "explain", rule);

        call.Output.Should().StartWith($"PL0110 invalid-effect\n{descriptor.Title}.\n\n  severity    error\n  applies to  every policy type\n  profile     default\n");
        string flat = string.Join(' ', call.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        flat.Should().Contain($"Why {descriptor.Why}").And.Contain($"Do {descriptor.Remedy}").And.Contain(descriptor.HelpUri);
        descriptor.Sources.Should().OnlyContain(source => flat.Contains(source));
        call.ExitCode.Should().Be(0);
    }

    [Test]
    public void Every_rule_can_be_explained()
    {
        using var folder = new Folder();

        foreach (RuleDescriptor rule in RuleIndex.All)
            CliCall.Inside(folder, "explain", rule.Id).Output.Should().StartWith($"{rule.Id} {rule.Name}\n");
    }

    [Test]
    public void Rules_are_listed_one_a_line_in_the_order_of_their_ids()
    {
        using var folder = new Folder();

        string[] lines = CliCall.Inside(folder, "rules").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(RuleIndex.All.Count).And.BeInAscendingOrder(StringComparer.Ordinal);
        lines[0].Should().MatchRegex("^PL0001  error       rule-failed +A rule failed, so the check is incomplete$");
    }

    [Test]
    public void Rules_are_listed_as_json_too()
    {
        using var folder = new Folder();

        using JsonDocument json = JsonDocument.Parse(CliCall.Inside(folder, "rules", "--format", "json").Output);

        json.RootElement.GetProperty("schemaVersion").GetInt32().Should().Be(1);
        JsonElement[] rules = [.. json.RootElement.GetProperty("rules").EnumerateArray()];
        rules.Should().HaveCount(RuleIndex.All.Count);
        JsonElement rule = rules.Single(entry => entry.GetProperty("id").GetString() == "PL0110");
        rule.EnumerateObject().Select(member => member.Name).Should().Equal(
            "id", "name", "category", "severity", "securitySeverity", "profile", "appliesTo", "issueCodes", "title", "why", "remedy", "limits", "sources", "since", "helpUri");
        rule.GetProperty("name").GetString().Should().Be("invalid-effect");
        rule.GetProperty("category").GetString().Should().Be("grammar");
        rule.GetProperty("appliesTo").EnumerateArray().Select(type => type.GetString()).Should().Equal("identity", "resource", "trust", "scp", "rcp", "boundary", "vpc-endpoint");
    }

    [Test]
    public void The_version_tells_the_date_of_the_catalogue()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, "--version");

        call.Output.Should().MatchRegex(@"^policylint \d+\.\d+\.\d+ \(catalogue of \d{4}-\d\d-\d\d\)\n$");
        call.ExitCode.Should().Be(0);
    }

    [TestCase("check", "policylint check policies/")]
    [TestCase("expand", "policylint expand 'sagemaker:Describe*'")]
    [TestCase("explain", "policylint explain PL3002")]
    [TestCase("fix", "policylint fix --write policies/")]
    [TestCase("rules", "policylint rules --format json")]
    [TestCase("simulate", "policylint simulate --identity role.json")]
    [TestCase("suggest", "policylint suggest --list")]
    public void Help_has_examples(string command, string example)
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, command, "--help");

        call.Output.Should().Contain($"policylint {command}").And.Contain("Examples:").And.Contain(example);
        call.Error.Should().BeEmpty();
        call.ExitCode.Should().Be(0);
    }
}
