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
          policylint expand --risk role.json                 what a policy's SageMaker actions really are
          policylint expand 'sagemaker:*' --format json | jq '.actions | group_by(.accessLevel) | map(length)'
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string[]> _patterns = new("PATTERN")
    {
        Description = "Action patterns as in a policy, in quotes, for the shell has a meaning for * too; or files of policies, for what they allow",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _not = new("--not") { Description = "The actions that no pattern matches, as NotAction has it" };

    private readonly Option<bool> _risk = new("--risk") { Description = "The SageMaker actions among them, by what they really are" };

    private readonly CatalogOption _catalog = new();

    private readonly ChoiceOption<ReportFormat> _format = new(
        "--format", "The form of the list (text)", ReportFormat.Text, ("text", ReportFormat.Text), ("json", ReportFormat.Json));

    public ExpandCommand(Terminal terminal)
        : base(Name, "List the actions that patterns stand for, with their access levels.")
    {
        _terminal = terminal;
        Arguments.Add(_patterns);
        Options.Add(_not);
        Options.Add(_risk);
        Options.Add(_format);
        Options.Add(_catalog);
        SetAction(call => _catalog.Run(call, terminal, catalog => Run(call, catalog)));
    }

    private int Run(ParseResult call, ServiceCatalog catalog)
    {
        var reader = new PolicyFileReader(_terminal);
        ILookup<bool, string> written = call.GetRequiredValue(_patterns).ToLookup(IsFile);
        ActionPattern[] patterns = [.. written[false].Select(pattern => ActionPattern.Parse(pattern, catalog))];
        ActionSet set = patterns.Select(pattern => pattern.Actions)
            .Concat(reader.ReadAll(written[true], type: null).Select(policy => AllowedBy(policy, catalog)))
            .Aggregate(ActionSet.Empty, (all, actions) => all.Union(actions));
        if (call.GetValue(_not))
            set = set.Complement(catalog);

        CatalogAction[] actions = [.. set.Where(ordinal => !catalog.IsPhantom(ordinal)).Select(catalog.GetAction)];
        if (call.GetValue(_risk))
            actions = [.. actions.Where(action => ActionDeed.Of(action) is not null)];

        if (_format.Of(call) == ReportFormat.Json)
            WriteJson([.. call.GetRequiredValue(_patterns)], actions, catalog);
        else if (call.GetValue(_risk))
            WriteRisks(actions, catalog);
        else
            WriteText(actions, catalog);

        string[] problems = [.. patterns.Select(pattern => PatternProblem.Of(pattern, catalog)).OfType<string>()];
        foreach (string problem in problems)
            _terminal.Say(problem);

        return (int)(problems.Length == 0 && !reader.HasFailed ? ExitCode.Clean : ExitCode.WrongInput);
    }

    // No action pattern but * is without a colon.
    private bool IsFile(string argument) =>
        !argument.Contains(':', StringComparison.Ordinal) && File.Exists(Path.GetFullPath(argument, _terminal.WorkingDirectory));

    private static ActionSet AllowedBy(PolicyDocument policy, ServiceCatalog catalog)
    {
        PolicyAccess access = PolicyAccess.Of(policy, catalog);
        return access.Statements
            .Where(statement => statement.Statement.Effect == Effect.Allow)
            .Aggregate(ActionSet.Empty, (all, statement) => all.Union(access.GrantedBy(statement)));
    }

    private void WriteRisks(CatalogAction[] actions, ServiceCatalog catalog)
    {
        using (StreamWriter writer = Terminal.WriterOn(_terminal.Output))
        {
            int width = actions.Select(action => action.FullName.Length).DefaultIfEmpty().Max();
            foreach (IGrouping<ActionDeed, CatalogAction> deed in actions.GroupBy(action => ActionDeed.Of(action)!).OrderBy(group => group.Key.Order))
            {
                writer.WriteLine(deed.Key.Text);
                foreach (CatalogAction action in deed)
                    writer.WriteLine($"  {action.FullName.PadRight(width)}  {LevelOf(action)}");
            }
        }

        _terminal.Error.WriteLine($"{Count(actions)} that {(actions.Length == 1 ? "is" : "are")} more than the access level says ({Application.PhraseOf(catalog)})");
    }

    // The count goes to standard error, so that `| wc -l` and `| xargs` see actions only.
    private void WriteText(CatalogAction[] actions, ServiceCatalog catalog)
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
        string detail = actions.Length == 0 ? "" : $": {string.Join(", ", levels)}";
        _terminal.Error.WriteLine($"{Count(actions)}{detail} ({Application.PhraseOf(catalog)})");
    }

    private static string Count(CatalogAction[] actions) =>
        actions.Length == 1 ? "1 action" : string.Create(CultureInfo.InvariantCulture, $"{actions.Length} actions");

    private void WriteJson(string[] patterns, CatalogAction[] actions, ServiceCatalog catalog) => JsonOutput.Write(_terminal, catalog, json =>
    {
        json.WriteStartArray("patterns");
        foreach (string pattern in patterns)
            json.WriteStringValue(pattern);
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
        json.WriteString("risk", ActionDeed.Of(action)?.Text);
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
