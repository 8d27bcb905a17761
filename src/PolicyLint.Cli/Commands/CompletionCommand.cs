using System.CommandLine;
using PolicyLint.Cli.Completion;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint completion</c>: the script that makes a shell complete the command.</summary>
internal sealed class CompletionCommand : Command
{
    public new const string Name = "completion";

    public const string Examples =
        """
          eval "$(policylint completion bash)"                         in ~/.bashrc
          eval "$(policylint completion zsh)"                          in ~/.zshrc, below compinit
          policylint completion fish | source                          in ~/.config/fish/config.fish
          policylint completion pwsh | Out-String | Invoke-Expression  in $PROFILE
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string> _shell = new("SHELL") { Description = "The shell: bash, zsh, fish or pwsh", HelpName = "SHELL" };

    public CompletionCommand(Terminal terminal)
        : base(Name, "Print the script that makes a shell complete policylint's words.")
    {
        _terminal = terminal;
        _shell.AcceptOnlyFromAmong([.. ShellScripts.Shells]);
        Arguments.Add(_shell);
        SetAction(Run);
    }

    private int Run(ParseResult call)
    {
        using StreamWriter writer = Terminal.WriterOn(_terminal.Output);
        writer.Write(ShellScripts.For(call.GetRequiredValue(_shell)).ReplaceLineEndings("\n"));
        return (int)ExitCode.Clean;
    }
}
