using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyLint.Rules.Tests.Kit;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>
/// The rule catalogue that the project started from: a hundred rules, each with a document that has the flaw and one that has
/// not. The catalogue lies beside the checkout on the makers' machines; without it the tests say so and are skipped.
/// </summary>
public sealed class RuleCatalogueTests
{
    private static readonly PolicyLinter Linter = new(BuiltInRules.All, new LintOptions { Profile = RuleProfile.Hardened });

    /// <summary>Documents of the catalogue that are not what they are said to be, with the reason.</summary>
    private static readonly Dictionary<string, string> Explained = new(StringComparer.Ordinal)
    {
        ["weight allow-not-resource"] = "whoever may do everything or pass roles on all but the resources named has more than the catalogue's medium case",
        ["weight passrole-role-wildcard"] = "a pattern that starts with a wildcard hardly narrows, and weighs more than the medium case of the catalogue",
        ["bad policy-size-quota"] = "the document was cut down for the catalogue and is far below the quota",
        ["bad cross-account-arn-without-resource-policy"] = "the rule needs to be told which account the policy is for",
        ["bad sagemaker-write-wildcard"] = "the document is that of wildcard-hides-high-risk too, which is graver and stands for both",
        ["weight logs-write-scope"] = "it is low there but for one action, which is high, and a rule states the gravest that it reports",
    };

    [Test]
    public void Every_rule_is_there_under_its_name()
    {
        HashSet<string> names = [.. BuiltInRules.All.Select(rule => rule.Descriptor.Name)];
        Entries().Select(entry => entry.Name).Where(name => !names.Contains(name)).Should().BeEmpty();
    }

    [Test]
    public void Every_rule_weighs_what_the_catalogue_says()
    {
        Dictionary<string, RuleDescriptor> rules = BuiltInRules.All.ToDictionary(rule => rule.Descriptor.Name, rule => rule.Descriptor);
        List<string> wrong = [];
        foreach (Entry entry in Entries())
        {
            RuleDescriptor rule = rules[entry.Name];
            string severity = rule.SecuritySeverity.ToName() ?? (rule.DefaultSeverity == Severity.Suggestion ? "info" : rule.DefaultSeverity.ToName());
            if (entry.Profile == "hardened" != (rule.Profile == RuleProfile.Hardened) || (severity != entry.Severity && !Explained.ContainsKey($"weight {entry.Name}")))
                wrong.Add($"{entry.Name}: {severity} in {rule.Profile.ToName()}, not {entry.Severity} in {entry.Profile}");
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }

    [Test]
    public void Each_bad_document_has_the_finding_and_each_good_one_has_not()
    {
        List<string> wrong = [];
        foreach (Entry entry in Entries())
        {
            if (!Finds(entry, entry.Bad) && !Explained.ContainsKey($"bad {entry.Name}"))
                wrong.Add($"{entry.Name} is silent on its bad document");
            if (Finds(entry, entry.Good) && !Explained.ContainsKey($"good {entry.Name}"))
                wrong.Add($"{entry.Name} speaks on its good document");
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }

    [Test]
    public void However_they_are_spelled()
    {
        List<string> wrong = [];
        foreach (Entry entry in Entries())
        {
            foreach (Respelling respelling in Respelling.All)
            {
                if (Finds(entry, Respelled(entry.Bad)) != Finds(entry, entry.Bad))
                    wrong.Add($"{entry.Name} on its bad document, {respelling}");
                if (Finds(entry, Respelled(entry.Good)) != Finds(entry, entry.Good))
                    wrong.Add($"{entry.Name} on its good document, {respelling}");

                string Respelled(string document) => respelling.Respell(JsonNode.Parse(document)!.AsObject());
            }
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }

    private static bool Finds(Entry entry, string document) =>
        Linter.Lint(document, entry.Type).Findings.Any(finding => finding.Rule.Name == entry.Name);

    private static IEnumerable<Entry> Entries()
    {
        JsonElement catalogue = JsonElement.Parse(File.ReadAllText(Repository.SharedPathOf("reference", "sagemaker-rules.json")));
        foreach (JsonElement rule in catalogue.EnumerateArray())
        {
            yield return new Entry(
                rule.GetProperty("name").GetString()!,
                rule.GetProperty("severity").GetString()!,
                rule.GetProperty("profile").GetString()!,
                TypeOf(rule.GetProperty("doctypes").GetString()!),
                rule.GetProperty("bad").GetRawText(),
                rule.GetProperty("good").GetRawText());
        }
    }

    private static PolicyType? TypeOf(string documentType) => documentType switch
    {
        "identity" => PolicyType.Identity,
        "trust" => PolicyType.Trust,
        "resource" => PolicyType.Resource,
        "vpce" => PolicyType.VpcEndpoint,
        "scp" => PolicyType.Scp,
        _ => null,
    };

    private sealed record Entry(string Name, string Severity, string Profile, PolicyType? Type, string Bad, string Good);
}
