using System.CommandLine;
using System.CommandLine.Help;

namespace PolicyLint.Cli.Commands;

/// <summary>
/// <c>policylint</c> itself. A call starts with the name of a command, and then only that command is made: the others are most
/// of what there is to make, and a hook starts the program often.
/// </summary>
/// <remarks>
/// It is no <see cref="RootCommand"/>, and its two options are plain ones: those of the library read resources and look at
/// assemblies by reflection at every start, for a name and two descriptions.
/// </remarks>
internal sealed class PolicyLintCommand : Command
{
    public new const string Name = "policylint";

    private static readonly string[] Names =
    [
        CheckCommand.Name,
        FixCommand.Name,
        SuggestCommand.Name,
        EmitCommand.Name,
        ExplainCommand.Name,
        RulesCommand.Name,
        ExpandCommand.Name,
        SimulateCommand.Name,
        CatalogCommand.Name,
        InitCommand.Name,
        ConfigCommand.Name,
        BaselineCommand.Name,
        CompletionCommand.Name,
        CompleteCommand.Name,
        HelpCommand.Name,
    ];

    /// <param name="terminal">What the commands may touch.</param>
    /// <param name="call">The words of the call.</param>
    public PolicyLintCommand(Terminal terminal, IReadOnlyList<string> call)
        : base(Name, "Checks AWS IAM policies: what is wrong with them, where, and what to do.")
    {
        Options.Add(new Option<bool>("--help", "-h", "-?", "/h", "/?")
        {
            Description = "Show help and usage information",
            Arity = ArgumentArity.Zero,
            Recursive = true,
            Action = new HelpWithExamples(new HelpAction()),
        });
        Options.Add(new Option<bool>("--version") { Description = "Show version information", Arity = ArgumentArity.Zero, Action = new ShowVersion() });
        foreach (string name in NamesFor(call))
            Subcommands.Add(Make(name, terminal));

        Action = new RequireCommand(terminal);
        foreach (Command group in Subcommands)
        {
            if (group.Subcommands.Count > 0)
                group.Action = new RequireCommand(terminal);
        }
    }

    // Those two are about the others.
    private static string[] NamesFor(IReadOnlyList<string> call) =>
        call is [var first, ..] && first is not (HelpCommand.Name or CompleteCommand.Name) && Names.Contains(first) ? [first] : Names;

    private Command Make(string name, Terminal terminal) => name switch
    {
        CheckCommand.Name => new CheckCommand(terminal),
        FixCommand.Name => new FixCommand(terminal),
        SuggestCommand.Name => new SuggestCommand(terminal),
        EmitCommand.Name => new EmitCommand(terminal),
        ExplainCommand.Name => new ExplainCommand(terminal),
        RulesCommand.Name => new RulesCommand(terminal),
        ExpandCommand.Name => new ExpandCommand(terminal),
        SimulateCommand.Name => new SimulateCommand(terminal),
        CatalogCommand.Name => new CatalogCommand(terminal),
        InitCommand.Name => new InitCommand(terminal),
        ConfigCommand.Name => new ConfigCommand(terminal),
        BaselineCommand.Name => new BaselineCommand(terminal),
        CompletionCommand.Name => new CompletionCommand(terminal),
        CompleteCommand.Name => new CompleteCommand(terminal),
        HelpCommand.Name => new HelpCommand(terminal, this),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No command is called that."),
    };
}
