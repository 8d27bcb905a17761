using System.Text.Json;

namespace PolicyLint.Reports.Tests;

/// <summary>The SARIF log before the published schema, and before the official validator with its rules for GitHub.</summary>
public sealed class SarifValidationTests
{
    [Test]
    public void The_log_is_valid_by_the_published_schema() =>
        Judge.Run("@microsoft/sarif-multitool-linux", "schema.mjs", Save()).Should().Be("valid\n");

    [Test]
    public void The_official_validator_has_nothing_against_it_for_GitHub()
    {
        string findings = Judge.Run("@microsoft/sarif-multitool-linux", "validate.mjs", Save());

        JsonElement told = JsonElement.Parse(findings);
        told.GetProperty("rules").GetInt32().Should().BeGreaterThan(5, "otherwise nothing was looked at");
        told.GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("level").GetString() is "error" or "warning")
            .Select(result => $"{result.GetProperty("ruleId")}: {result.GetProperty("text")}").Should().BeEmpty();
    }

    private static string Save()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.Name}.sarif");
        File.WriteAllText(path, Reports.Sarif());
        return path;
    }
}
