using System.CommandLine;
using PolicyLint.Cli.Configuration;
using PolicyLint.Configuration;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint config show</c>: what holds for a file, and where it is said.</summary>
internal sealed class ConfigShowCommand : Command
{
    public new const string Name = "show";

    public const string Examples =
        """
          policylint config show                      what holds in this folder
          policylint config show policies/role.json   what holds for a file, and where each value comes from
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string> _path = new("PATH")
    {
        Description = "A file or a folder; it need not be there (the current folder)",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => ".",
    };

    private readonly ConfigurationOptions _configuration = new();

    public ConfigShowCommand(Terminal terminal)
        : base(Name, "Tell what holds for a file, and where each value comes from.")
    {
        _terminal = terminal;
        Arguments.Add(_path);
        Options.Add(_configuration.File);
        Options.Add(_configuration.None);
        Validators.Add(_configuration.Validate);
        SetAction(call => (int)Run(call));
    }

    private ExitCode Run(ParseResult call)
    {
        try
        {
            string path = call.GetRequiredValue(_path);
            string fullPath = Path.GetFullPath(path, _terminal.WorkingDirectory);
            if (Directory.Exists(fullPath) && !Path.EndsInDirectorySeparator(fullPath))
                fullPath += Path.DirectorySeparatorChar;

            var files = ConfigurationFiles.Of(_terminal.WorkingDirectory, call.GetValue(_configuration.File), call.GetValue(_configuration.None));
            ConfiguredFile file = files.For(fullPath);
            foreach (ConfigurationProblem problem in file.Settings.Configuration.Problems)
                _terminal.Say(problem.ToString());

            if (!file.Settings.Configuration.IsValid)
                return ExitCode.WrongInput;

            using StreamWriter writer = Terminal.WriterOn(_terminal.Output);
            new ConfigurationView(file, writer).Write();
            return ExitCode.Clean;
        }
        catch (ConfigurationException exception)
        {
            _terminal.Say(exception.Message);
            return ExitCode.WrongInput;
        }
    }
}
