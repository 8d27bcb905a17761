using System.CommandLine;

namespace PolicyLint.Cli.Commands;

internal sealed class ExpandCommand : Command
{
    public new const string Name = "expand";
    public const string Examples = "";
    public ExpandCommand(Terminal terminal) : base(Name, "") { _ = terminal; }
}
