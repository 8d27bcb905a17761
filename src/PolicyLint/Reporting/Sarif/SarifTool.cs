using System.Text.Json;
using PolicyLint.Rules;

namespace PolicyLint.Reporting;

/// <summary>The part of a SARIF log that says who reports, and which rules there are.</summary>
internal static class SarifTool
{
    public static void Write(Utf8JsonWriter json, ToolIdentity tool, RuleDescriptor[] rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", tool.Name);
        json.WriteString("semanticVersion", tool.Version);
        json.WriteString("version", tool.Version);
        json.WriteString("informationUri", "https://github.com/policylint/policylint");
        json.WriteStartArray("rules");
        foreach (RuleDescriptor rule in rules)
            WriteRule(json, rule);

        json.WriteEndArray();
        json.WriteStartArray("notifications");
        foreach (var (id, meaning) in SarifInvocation.Kinds)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            WriteText(json, "shortDescription", meaning);
            WriteText(json, "fullDescription", meaning);
            WriteText(json, "help", $"{meaning} That nothing was found there means nothing.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("catalogDate", tool.CatalogDateText);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>An object with a plain text.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", SarifText.Of(text));
        json.WriteEndObject();
    }

    /// <summary>The word for a severity in SARIF.</summary>
    public static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static void WriteRule(Utf8JsonWriter json, RuleDescriptor rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", PascalCase(rule.Name));
        WriteText(json, "shortDescription", rule.Title + ".");
        WriteText(json, "fullDescription", rule.Why);
        json.WriteStartObject("help");
        json.WriteString("text", SarifText.Of(PlainHelp(rule)));
        json.WriteString("markdown", MarkdownHelp(rule));
        json.WriteEndObject();
        if (rule.HelpUri.Length > 0)
            json.WriteString("helpUri", rule.HelpUri);

        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(rule.DefaultSeverity));
        if (rule.Profile != RuleProfile.Default)
            json.WriteBoolean("enabled", false);

        json.WriteEndObject();
        WriteProperties(json, rule);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, RuleDescriptor rule)
    {
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue(TagOf(rule.Category));
        if (rule.SecuritySeverity != SecuritySeverity.None && rule.Category != RuleCategory.Security)
            json.WriteStringValue("security");

        json.WriteEndArray();
        json.WriteString("problem.severity", rule.DefaultSeverity == Severity.Suggestion ? "recommendation" : rule.DefaultSeverity.ToName());
        if (ScoreOf(rule.SecuritySeverity) is { } score)
            json.WriteString("security-severity", score);

        json.WriteEndObject();
    }

    // GitHub reads a number, and takes over 9.0 for critical, from 7.0 for high, from 4.0 for medium, the rest for low.
    private static string? ScoreOf(SecuritySeverity severity) => severity switch
    {
        SecuritySeverity.Critical => "9.5",
        SecuritySeverity.High => "8.0",
        SecuritySeverity.Medium => "5.5",
        SecuritySeverity.Low => "3.0",
        _ => null,
    };

    private static string TagOf(RuleCategory category) => category switch
    {
        RuleCategory.Grammar => "grammar",
        RuleCategory.Security => "security",
        RuleCategory.Correctness => "correctness",
        RuleCategory.SageMaker => "sagemaker",
        RuleCategory.PrivilegeEscalation => "privilege-escalation",
        _ => "maintainability",
    };

    private static string PlainHelp(RuleDescriptor rule) =>
        $"{rule.Title}.\n\n{rule.Why}\n\nWhat to do: {rule.Remedy}" + (rule.Limits is { } limits ? $"\n\nWhat it cannot see: {limits}" : "");

    private static string MarkdownHelp(RuleDescriptor rule)
    {
        string help = $"{MarkdownText.Message(rule.Why)}\n\n**What to do:** {MarkdownText.Message(rule.Remedy)}";
        if (rule.Limits is { } limits)
            help += $"\n\n**What it cannot see:** {MarkdownText.Message(limits)}";

        foreach (string source in rule.Sources.Append(rule.HelpUri).Where(MarkdownText.IsLinkable))
            help += $"\n- {MarkdownText.Link(source, source)}";

        return help;
    }

    // Viewers expect a readable identifier: sagemaker-full-access is SagemakerFullAccess.
    private static string PascalCase(string name) =>
        string.Concat(name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
