using System.CommandLine;

namespace PolicyLint.Cli.Commands;

internal sealed class ExpandCommand : Command
{
    public new const string Name = "expand";
    public const string Examples = "  policylint expand 'sagemaker:Describe*'";
    public ExpandCommand(Terminal terminal) : base(Name, "")
    {
        _ = terminal;
        Arguments.Add(new Argument<string[]>("PATTERN") { Arity = ArgumentArity.OneOrMore });
        SetAction(_ => 0);
    }
}
