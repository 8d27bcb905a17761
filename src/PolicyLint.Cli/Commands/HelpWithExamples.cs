using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PolicyLint.Cli.Commands;

/// <summary>The usual help of a command, with examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        [BaselineWriteCommand.Name] = BaselineWriteCommand.Examples,
        [CatalogBuildCommand.Name] = CatalogBuildCommand.Examples,
        [CatalogDiffCommand.Name] = CatalogDiffCommand.Examples,
        [CatalogInfoCommand.Name] = CatalogInfoCommand.Examples,
        [ConfigShowCommand.Name] = ConfigShowCommand.Examples,
        [ConfigVerifyCommand.Name] = ConfigVerifyCommand.Examples,
        [InitCommand.Name] = InitCommand.Examples,
        [CheckCommand.Name] = CheckCommand.Examples,
        [CompletionCommand.Name] = CompletionCommand.Examples,
        [EmitCommand.Name] = EmitCommand.Examples,
        [ExpandCommand.Name] = ExpandCommand.Examples,
        [ExplainCommand.Name] = ExplainCommand.Examples,
        [FixCommand.Name] = FixCommand.Examples,
        [HelpCommand.Name] = HelpCommand.Examples,
        [RulesCommand.Name] = RulesCommand.Examples,
        [SimulateCommand.Name] = SimulateCommand.Examples,
        [SuggestCommand.Name] = SuggestCommand.Examples,
    };

    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = 110;
        help.Invoke(parseResult);
        if (Examples.TryGetValue(parseResult.CommandResult.Command.Name, out string? examples))
            parseResult.InvocationConfiguration.Output.WriteLine($"Examples:\n{examples}\n");

        return (int)ExitCode.Clean;
    }
}
