using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyLint.Cli.Commands;
using PolicyLint.Configuration;

namespace PolicyLint.Cli.Configuration;

/// <summary><c>--config</c> and <c>--no-config</c>: which configuration holds.</summary>
internal sealed class ConfigurationOptions
{
    public Option<string?> File { get; } = new("--config")
    {
        Description = $"The configuration for all files (the nearest {LintConfiguration.FileName} in the folder of each file or above)",
        HelpName = "FILE",
    };

    public Option<bool> None { get; } = new("--no-config") { Description = "Use no configuration" };

    /// <summary>Refuses both at once.</summary>
    public void Validate(CommandResult call)
    {
        if (call.Given(File) is not null && call.GetValue(None))
            call.AddError("--config and --no-config exclude each other");
    }
}
