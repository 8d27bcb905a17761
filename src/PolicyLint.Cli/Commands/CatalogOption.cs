using System.CommandLine;
using PolicyLint.Catalog;
using PolicyLint.Cli.Configuration;

namespace PolicyLint.Cli.Commands;

/// <summary><c>--catalog</c>: a catalogue of AWS services in place of the one that is configured or built in.</summary>
internal sealed class CatalogOption : Option<string?>
{
    public CatalogOption()
        : base("--catalog")
    {
        Description = "A newer catalogue of AWS services (policylint catalog build makes one; what is configured, or the built-in one)";
        HelpName = "FILE";
    }

    /// <summary>The catalogue that a call names; null where it names none.</summary>
    /// <exception cref="ConfigurationException">The file is missing, or no catalogue, or a damaged one.</exception>
    public ServiceCatalog? Given(ParseResult call, Terminal terminal) =>
        call.GetValue(this) is { } file ? CatalogFiles.Read(Path.GetFullPath(file, terminal.WorkingDirectory), file) : null;

    /// <summary>Runs a command with the catalogue that the call names, or else the one that is configured for the current folder.</summary>
    public int Run(ParseResult call, Terminal terminal, Func<ServiceCatalog, int> run) => Guard(
        terminal,
        () => run(Given(call, terminal) ?? ConfigurationFiles.Of(terminal.WorkingDirectory, file: null, isOff: false).CatalogHere()));

    /// <summary>Runs a command; a configuration or a catalogue that cannot be used is said, and makes the exit code 2.</summary>
    public static int Guard(Terminal terminal, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (ConfigurationException exception)
        {
            terminal.Say(exception.Message);
            return (int)ExitCode.WrongInput;
        }
    }
}
