using System.CommandLine;
using PolicyLint.Configuration;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint config</c>: looks at configurations.</summary>
internal sealed class ConfigCommand : Command
{
    public new const string Name = "config";

    public ConfigCommand(Terminal terminal)
        : base(Name, $"Show what is configured for a file, or check a {LintConfiguration.FileName}.")
    {
        Subcommands.Add(new ConfigShowCommand(terminal));
        Subcommands.Add(new ConfigVerifyCommand(terminal));
    }
}
