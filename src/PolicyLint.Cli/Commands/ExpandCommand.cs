using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Cli.Checking;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint expand</c>: the actions that action patterns stand for.</summary>
internal sealed class ExpandCommand : Command
{
    public new const string Name = "expand";

    public const string Examples =
        """
          policylint expand 'sagemaker:Describe*'            one action a line, with its access level
          policylint expand 's3:*Object' 'kms:Decrypt'       the actions of either pattern
          policylint expand --not 'iam:*' 'organizations:*'  what NotAction leaves
          policylint expand 'sagemaker:*' --format json | jq '.actions | group_by(.accessLevel) | map(length)'
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string[]> _patterns = new("PATTERN")
    {
        Description = "Action patterns as in a policy; in quotes, for the shell has a meaning for * too",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _not = new("--not") { Description = "The actions that no pattern matches, as NotAction has it" };

    private readonly ChoiceOption<ReportFormat> _format = new(
        "--format", "The form of the list (text)", ReportFormat.Text, ("text", ReportFormat.Text), ("json", ReportFormat.Json));

    public ExpandCommand(Terminal terminal)
        : base(Name, "List the actions that patterns stand for, with their access levels.")
    {
        _terminal = terminal;
        Arguments.Add(_patterns);
        Options.Add(_not);
        Options.Add(_format);
        SetAction(Run);
    }

    private int Run(ParseResult call)
    {
        ServiceCatalog catalog = ServiceCatalog.Default;
        ActionPattern[] patterns = [.. call.GetRequiredValue(_patterns).Select(pattern => ActionPattern.Parse(pattern, catalog))];
        ActionSet set = patterns.Aggregate(ActionSet.Empty, (all, pattern) => all.Union(pattern.Actions));
        if (call.GetValue(_not))
            set = set.Complement(catalog);

        CatalogAction[] actions = [.. set.Where(ordinal => !catalog.IsPhantom(ordinal)).Select(catalog.GetAction)];
        if (_format.Of(call) == ReportFormat.Json)
            WriteJson(patterns, actions);
        else
            WriteText(actions);

        string[] problems = [.. patterns.Select(pattern => PatternProblem.Of(pattern, catalog)).OfType<string>()];
        foreach (string problem in problems)
            _terminal.Say(problem);

        return (int)(problems.Length == 0 ? ExitCode.Clean : ExitCode.WrongInput);
    }

    // The count goes to standard error, so that `| wc -l` and `| xargs` see actions only.
    private void WriteText(CatalogAction[] actions)
    {
        using (StreamWriter writer = Terminal.WriterOn(_terminal.Output))
        {
            int width = actions.Select(action => action.FullName.Length).DefaultIfEmpty().Max();
            foreach (CatalogAction action in actions)
                writer.WriteLine($"{action.FullName.PadRight(width)}  {LevelOf(action)}");
        }

        IEnumerable<string> levels = actions
            .GroupBy(action => action.AccessLevel)
            .OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {LevelOf(group.First())}"));
        string total = actions.Length == 1 ? "1 action" : string.Create(CultureInfo.InvariantCulture, $"{actions.Length} actions");
        string detail = actions.Length == 0 ? "" : $": {string.Join(", ", levels)}";
        _terminal.Error.WriteLine($"{total}{detail} ({Application.CatalogPhrase})");
    }

    private void WriteJson(ActionPattern[] patterns, CatalogAction[] actions) => JsonOutput.Write(_terminal, json =>
    {
        json.WriteStartArray("patterns");
        foreach (ActionPattern pattern in patterns)
            json.WriteStringValue(pattern.Text.Value);
        json.WriteEndArray();
        json.WriteNumber("count", actions.Length);
        json.WriteStartArray("actions");
        foreach (CatalogAction action in actions)
            WriteAction(json, action);
        json.WriteEndArray();
    });

    private static void WriteAction(Utf8JsonWriter json, CatalogAction action)
    {
        json.WriteStartObject();
        json.WriteString("action", action.FullName);
        json.WriteString("accessLevel", LevelOf(action));
        json.WriteEndObject();
    }

    // As the service authorization reference writes them.
    private static string LevelOf(CatalogAction action) => action.AccessLevel switch
    {
        AccessLevel.List => "List",
        AccessLevel.Read => "Read",
        AccessLevel.Write => "Write",
        AccessLevel.PermissionsManagement => "Permissions management",
        _ => "Tagging",
    };
}
