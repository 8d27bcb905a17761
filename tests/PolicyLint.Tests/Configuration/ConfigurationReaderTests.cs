using System.Globalization;
using CsCheck;
using PolicyLint.Catalog;
using PolicyLint.Configuration;
using PolicyLint.Rules;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Configuration;

/// <summary>What a configuration says, and what is said of one that is wrong.</summary>
public sealed class ConfigurationReaderTests
{
    private static IEnumerable<TestCaseData> Broken =>
        ConfigurationCases.Broken.Select(broken => new TestCaseData(broken.Markup, broken.Message).SetArgDisplayNames(broken.Markup));

    [TestCaseSource(nameof(Broken))]
    public void What_is_wrong_is_told_where_it_stands(string markup, string message)
    {
        MarkedText text = MarkedText.Parse(markup);

        ConfigurationProblem problem = ConfigurationCases.Read(text.Text).Problems.Should().ContainSingle().Subject;

        problem.Message.Should().Be(message.Replace("{date}", ServiceCatalog.Default.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        problem.Span.Should().Be(text.Places[0]);
    }

    [TestCaseSource(typeof(ConfigurationCases), nameof(ConfigurationCases.Valid))]
    public void What_is_right_has_no_problem(string text) => ConfigurationCases.Read(text).Problems.Should().BeEmpty();

    [TestCase("", "1:1", "cannot be read: The text is empty")]
    [TestCase("{ \"profile\": \"default\"", "1:23", "cannot be read: The text ends before the configuration does: `}` is missing")]
    [TestCase("{\n  profile: \"default\" }", "2:3", "cannot be read: `profile` needs double quotes")]
    [TestCase("{} {}", "1:4", "cannot be read: Something stands after the end of the configuration")]
    public void A_text_that_is_no_JSON_is_told_from(string text, string place, string message)
    {
        LintConfiguration configuration = ConfigurationCases.Read(text);

        configuration.Problems.Should().ContainSingle().Which.ToString().Should().Be($"policylint.json:{place}: {message}");
        configuration.IsValid.Should().BeFalse();
    }

    [Test]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_welcome()
    {
        LintConfiguration configuration = ConfigurationCases.Read("\uFEFF// why\n{ /* because */ \"profile\": \"hardened\", }");

        configuration.Problems.Should().BeEmpty();
        configuration.Profile.Should().Be(new Configured<RuleProfile>(RuleProfile.Hardened, new TextSpan(37, 10)));
    }

    [Test]
    public void Several_problems_are_told_in_the_order_of_the_file()
    {
        ConfigurationCases.Read("""
            {
              "suppressions": [ { "rule": "PL1900" } ],
              "failOn": "no",
              "profil": "default"
            }
            """).Problems.Select(problem => problem.ToString()).Should().Equal(
            "policylint.json:2:21: a suppression needs a `reason`",
            "policylint.json:3:13: `failOn`: `no` is none of error, warning, suggestion, never",
            "policylint.json:4:3: unknown key `profil`; did you mean `profile`?");
    }

    [Test]
    public void What_is_wrong_is_left_out_and_the_rest_is_read()
    {
        LintConfiguration configuration = ConfigurationCases.Read("""
            { "profile": "strict", "failOn": "error", "suppressions": [ { "rule": "PL1900" }, { "rule": "PL1900", "reason": "r" } ] }
            """);

        configuration.Profile.Should().BeNull();
        configuration.FailOn!.Value.Value.Should().Be(FailOn.Error);
        configuration.Suppressions.Should().ContainSingle().Which.Number.Should().Be(1);
    }

    [Test]
    public void Hostile_text_in_a_problem_is_harmless()
    {
        ConfigurationProblem problem = ConfigurationCases.Read("{ \"\\u001b[2J\\u202E\": 1 }").Problems.Should().ContainSingle().Subject;

        problem.ToString().Should().Be("policylint.json:1:3: unknown key `\\u001B[2J\\u202E`");
    }

    [Test]
    public void No_text_makes_the_reader_throw()
    {
        string whole = ConfigurationCases.Valid[^1];
        for (int length = 0; length < whole.Length; length++)
            ConfigurationCases.Read(whole[..length]).IsValid.Should().BeFalse(whole[..length]);

        ConfigurationCases.Read(new string('[', 1000)).IsValid.Should().BeFalse();
        LintConfiguration.Parse(SourceText.From(new byte[] { (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}' }), []).IsValid.Should().BeFalse();
    }

    // Whatever a mutilated file says, there is a problem or a configuration, and each problem has a place in it.
    [Test]
    public void No_mutilated_configuration_makes_the_reader_throw()
    {
        Gen<string> pieces = Gen.Int[0, 11].Select(index => "{}[]\",:/*1\\\0"[index].ToString());
        Gen.Select(Gen.Int[0, ConfigurationCases.Valid.Length - 1], Gen.Int[0, 200], Gen.Int[0, 3], pieces).Sample((which, at, cut, piece) =>
        {
            string text = ConfigurationCases.Valid[which];
            int start = at % text.Length;
            text = text[..start] + piece + text[Math.Min(text.Length, start + cut)..];
            LintConfiguration configuration = ConfigurationCases.Read(text);
            configuration.ToOptions();
            return configuration.Problems.All(problem => problem.Span.Start >= 0 && problem.Span.End <= configuration.Source.Bytes.Length && problem.ToString().Length > 0);
        });
    }

    [Test]
    public void Nothing_is_configured_by_default()
    {
        LintOptions options = LintConfiguration.Empty.ToOptions();

        options.Profile.Should().Be(RuleProfile.Default);
        options.HomeAccount.Should().BeNull();
        options.Severities.Should().BeEmpty();
        LintConfiguration.Empty.For("a.json").IsExcluded.Should().BeFalse();
    }
}
