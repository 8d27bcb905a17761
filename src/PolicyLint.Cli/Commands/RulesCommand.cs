using System.CommandLine;
using System.Text.Json;
using PolicyLint.Catalog;
using PolicyLint.Cli.Checking;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint rules</c>: the list of rules.</summary>
internal sealed class RulesCommand : Command
{
    public new const string Name = "rules";

    public const string Examples =
        """
          policylint rules
          policylint rules --format json | jq -r '.rules[] | select(.securitySeverity == "critical") | .id'
        """;

    private readonly Terminal _terminal;

    private readonly ChoiceOption<ReportFormat> _format = new(
        "--format", "The form of the list (text)", ReportFormat.Text, ("text", ReportFormat.Text), ("json", ReportFormat.Json));

    public RulesCommand(Terminal terminal)
        : base(Name, "List the rules: id, severity, name, title.")
    {
        _terminal = terminal;
        Options.Add(_format);
        SetAction(Run);
    }

    private int Run(ParseResult call)
    {
        if (_format.Of(call) == ReportFormat.Json)
            WriteJson();
        else
            WriteText();

        return (int)ExitCode.Clean;
    }

    private void WriteText()
    {
        using StreamWriter writer = Terminal.WriterOn(_terminal.Output);
        int nameWidth = RuleIndex.All.Select(rule => rule.Name.Length).DefaultIfEmpty().Max();
        foreach (RuleDescriptor rule in RuleIndex.All)
        {
            string profile = rule.Profile == RuleProfile.Default ? "" : $" ({rule.Profile.ToName()})";
            writer.WriteLine($"{rule.Id}  {rule.DefaultSeverity.ToName(),-10}  {rule.Name.PadRight(nameWidth)}  {rule.Title}{profile}");
        }
    }

    private void WriteJson() => JsonOutput.Write(_terminal, ServiceCatalog.Default, json =>
    {
        json.WriteStartArray("rules");
        foreach (RuleDescriptor rule in RuleIndex.All)
            WriteRule(json, rule);
        json.WriteEndArray();
    });

    private static void WriteRule(Utf8JsonWriter json, RuleDescriptor rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteString("category", rule.Category.ToName());
        json.WriteString("severity", rule.DefaultSeverity.ToName());
        json.WriteString("securitySeverity", rule.SecuritySeverity.ToName());
        json.WriteString("profile", rule.Profile.ToName());
        json.WriteStartArray("appliesTo");
        foreach (PolicyType type in Enum.GetValues<PolicyType>().Where(type => rule.AppliesTo.Includes(type)))
            json.WriteStringValue(type.ToName());
        json.WriteEndArray();
        json.WriteStartArray("issueCodes");
        foreach (IssueCode code in rule.IssueCodes)
            json.WriteStringValue(code.Name);
        json.WriteEndArray();
        json.WriteString("title", rule.Title);
        json.WriteString("why", rule.Why);
        json.WriteString("remedy", rule.Remedy);
        json.WriteString("limits", rule.Limits);
        json.WriteStartArray("sources");
        foreach (string source in rule.Sources)
            json.WriteStringValue(source);
        json.WriteEndArray();
        json.WriteString("since", rule.Since);
        json.WriteString("helpUri", rule.HelpUri);
        json.WriteEndObject();
    }
}
