using System.CommandLine;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint baseline</c>: keeps the findings that there are, so that a check tells of new ones only.</summary>
internal sealed class BaselineCommand : Command
{
    public new const string Name = "baseline";

    public BaselineCommand(Terminal terminal)
        : base(Name, "Keep the findings that there are, so that `check --baseline` tells of new ones only.")
    {
        Subcommands.Add(new BaselineWriteCommand(terminal));
    }
}
