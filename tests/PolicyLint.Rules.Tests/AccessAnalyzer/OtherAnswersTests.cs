using System.Text.Json;
using PolicyLint.DocGen;
using PolicyLint.DocGen.Parity;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.AccessAnalyzer;

/// <summary>
/// Answers of the service found in reports and tests of others, with trust and resource policies among them. Most tell codes
/// and no locations.
/// </summary>
public sealed class OtherAnswersTests
{
    private static readonly PolicyLinter Linter = new(BuiltInRules.All, new LintOptions { Profile = RuleProfile.AccessAnalyzer });

    // Cases that do not agree, each with the reason.
    private static readonly Dictionary<string, string> Explained = new()
    {
        ["0658"] = "a word that is no ARN gets INVALID_ARN_PREFIX here and MISSING_ARN_FIELD from the service",
    };

    private static IEnumerable<TestCaseData> Cases()
    {
        string folder = Path.Combine(Repository.Root, "..", "shared", "corpora", "access-analyzer-other");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => new TestCaseData(path).SetArgDisplayNames(Path.GetFileNameWithoutExtension(path)))
            : [];
    }

    [Test]
    public void The_cases_are_there() => Cases().Count().Should().Be(Directory.GetFiles(Repository.SharedPathOf("corpora", "access-analyzer-other"), "*.json").Length).And.BePositive();

    [TestCaseSource(nameof(Cases))]
    public void An_answer_is_reproduced_or_the_difference_explained(string path)
    {
        JsonElement recorded = JsonElement.Parse(File.ReadAllText(path));
        JsonElement[] expected = [.. recorded.GetProperty("expected").EnumerateArray()];
        bool hasLocations = expected.Length > 0 && Array.TrueForAll(expected, finding => finding.TryGetProperty("locations", out _));
        bool hasSuggestions = !recorded.GetProperty("kind").GetString()!.Contains("SUGGESTION findings were filtered", StringComparison.Ordinal);

        LintResult result = Linter.Lint(TextOf(recorded), TypeOf(recorded), ResourceTypeOf(recorded));

        IEnumerable<string> found = from finding in result.Findings
                                    where hasSuggestions || finding.IssueCode!.Type != IssueType.Suggestion
                                    select Line(finding.IssueCode!.Name, hasLocations ? finding.Pointers : []);
        IEnumerable<string> wanted = from finding in expected
                                     let code = finding.GetProperty("issueCode").GetString()!
                                     where IsDone(code)
                                     select Line(code, hasLocations ? finding.GetProperty("locations").EnumerateArray().Select(PointerOf) : []);
        bool agrees = found.Order(StringComparer.Ordinal).SequenceEqual(wanted.Order(StringComparer.Ordinal));
        string name = Path.GetFileNameWithoutExtension(path);
        if (Explained.TryGetValue(name, out string? reason))
            agrees.Should().BeFalse("the difference of {0} is explained ({1}), and there is none", name, reason);
        else
            agrees.Should().BeTrue("{0} expects {1}, not {2}", name, string.Join("; ", wanted), string.Join("; ", found));
    }

    // Until every code has its rule.
    private static bool IsDone(string code) => RuleBook.All.Any(rule => rule.IssueCodes.Any(known => known.Name == code));

    private static string Line(string code, IEnumerable<string> pointers) => CodedFinding.Of(code, pointers).ToString();

    private static string TextOf(JsonElement recorded) =>
        recorded.TryGetProperty("policyDocumentText", out JsonElement text) ? text.GetString()! : recorded.GetProperty("policy").GetRawText();

    private static PolicyType TypeOf(JsonElement recorded) => recorded.GetProperty("policyType").GetString() switch
    {
        "IDENTITY_POLICY" => PolicyType.Identity,
        "RESOURCE_POLICY" => ResourceTypeOf(recorded)?.ToPolicyType() ?? PolicyType.Resource,
        var other => throw new NotSupportedException(other),
    };

    private static PolicyResourceType? ResourceTypeOf(JsonElement recorded)
    {
        if (!recorded.TryGetProperty("validatePolicyResourceType", out JsonElement name))
            return null;

        PolicyResourceTypeExtensions.TryParse(name.GetString(), out PolicyResourceType type).Should().BeTrue();
        return type;
    }

    // A step is a member's name ("value", or "key" for the name itself) or the index of an item.
    private static string PointerOf(JsonElement location) =>
        string.Concat(location.GetProperty("path").EnumerateArray().Select(step => $"/{step.EnumerateObject().Single().Value}"));
}
