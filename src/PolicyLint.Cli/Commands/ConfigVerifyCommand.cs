using System.CommandLine;
using PolicyLint.Cli.Configuration;
using PolicyLint.Configuration;
using PolicyLint.Reporting;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint config verify</c>: what is wrong with a configuration.</summary>
internal sealed class ConfigVerifyCommand : Command
{
    public new const string Name = "verify";

    public const string Examples =
        """
          policylint config verify                    the policylint.json of this folder, or the nearest above
          policylint config verify shared/policylint.json
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string?> _file = new("FILE")
    {
        Description = $"The configuration (the nearest {LintConfiguration.FileName}, from the current folder upwards)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public ConfigVerifyCommand(Terminal terminal)
        : base(Name, "Say what is wrong with a configuration, and where.")
    {
        _terminal = terminal;
        Arguments.Add(_file);
        SetAction(call => (int)Run(call));
    }

    private ExitCode Run(ParseResult call)
    {
        try
        {
            var files = ConfigurationFiles.Of(_terminal.WorkingDirectory, call.GetValue(_file), isOff: false);
            LintConfiguration configuration = files.For(Path.Combine(_terminal.WorkingDirectory, LintConfiguration.FileName)).Settings.Configuration;
            if (configuration == LintConfiguration.Empty)
            {
                _terminal.Say($"there is no {LintConfiguration.FileName} here or above: `policylint init` writes one");
                return ExitCode.WrongInput;
            }

            foreach (ConfigurationProblem problem in configuration.Problems)
                _terminal.Say(problem.ToString());

            if (!configuration.IsValid)
                return ExitCode.WrongInput;

            using StreamWriter writer = Terminal.WriterOn(_terminal.Output);
            writer.WriteLine($"Nothing is wrong with {SafeText.Escape(configuration.Source.Path!)}");
            return ExitCode.Clean;
        }
        catch (ConfigurationException exception)
        {
            _terminal.Say(exception.Message);
            return ExitCode.WrongInput;
        }
    }
}
