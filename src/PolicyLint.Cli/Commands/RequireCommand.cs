using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PolicyLint.Cli.Commands;

/// <summary>A call without a command, or with a group of commands only: says what there is, on standard error, for nothing was done.</summary>
internal sealed class RequireCommand(Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var help = new HelpAction { MaxWidth = 110 };
        parseResult.InvocationConfiguration.Output = terminal.Error;
        help.Invoke(parseResult);
        return (int)ExitCode.WrongInput;
    }
}
